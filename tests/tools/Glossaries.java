// Glossaries.java - prints what OmegaT's own reader classes find in glossary files: source TAB rendering TAB comment, a line for each entry.
//     java -Djava.awt.headless=true -cp OMEGAT.JAR:JAXB.JAR Glossaries.java SOURCE_LANG TARGET_LANG FILE…
import java.io.File;
import java.io.PrintStream;
import java.util.List;

import org.omegat.core.Core;
import org.omegat.core.data.NotLoadedProject;
import org.omegat.core.data.ProjectProperties;
import org.omegat.gui.glossary.GlossaryEntry;
import org.omegat.gui.glossary.GlossaryReaderCSV;
import org.omegat.gui.glossary.GlossaryReaderTBX;
import org.omegat.gui.glossary.GlossaryReaderTSV;

public class Glossaries {
    private static List<GlossaryEntry> read(File f) throws Exception {
        if (f.getName().endsWith(".tbx"))
            return GlossaryReaderTBX.read(f, false);
        return f.getName().endsWith(".csv") ? GlossaryReaderCSV.read(f, false) : GlossaryReaderTSV.read(f, false);
    }

    public static void main(String[] args) throws Exception {
        final ProjectProperties properties = new ProjectProperties(new File(System.getProperty("java.io.tmpdir")));
        final PrintStream out = new PrintStream(System.out, true, "UTF-8");

        properties.setSourceLanguage(args[0]);
        properties.setTargetLanguage(args[1]);
        Core.setProject(new NotLoadedProject() {
            @Override
            public ProjectProperties getProjectProperties() {
                return properties;
            }
        });
        for (int i = 2; i < args.length; i++)
            for (GlossaryEntry e : read(new File(args[i])))
                out.println(e.getSrcText() + "\t" + e.getLocText() + "\t" + e.getCommentText().replace("\n", " "));
    }
}
