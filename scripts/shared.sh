# shared.sh - sourced from the top folder. MUQABIL_SHARED is where the texts and gold annotations lie that are too large, or not ours, to be part of the
# project; tests and benches that want them say so and are skipped without. This is the one place that knows the default.
: "${MUQABIL_SHARED:=$(pwd)/../shared}"
export MUQABIL_SHARED
