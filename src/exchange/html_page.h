/* exchange/html_page.h - the fixed parts of the HTML glossary: its style and its search. */
#ifndef MQ_EXCHANGE_HTML_PAGE_H
#define MQ_EXCHANGE_HTML_PAGE_H

/* What stands in <style> and in <script>. No "</" and no "<!" in either. */
extern const char mq_html_style[], mq_html_script[];

#endif
