/*
 * html_page.c - see html_page.h.
 *
 * Directions: the page runs in the direction of the source language, so that the source column stands where reading begins; each cell tells its own
 * language and direction; what may be in any language (notes, definitions, sentences) is dir=auto. Margins are logical (start, end) throughout.
 *
 * The search folds what it is given and what it looks at in the same way: case and accents, tashkeel and tatweel, hamza seats, ة, ى, Arabic-Indic digits. All words
 * must be found, in any order. Without JavaScript the page is a complete table, without a search box.
 */
#include "exchange/html_page.h"

const char mq_html_style[] =
    ":root{color-scheme:light dark;--line:#8884;--soft:#888}\n"
    "body{font:1rem/1.5 system-ui,'Noto Sans','Noto Naskh Arabic',sans-serif;margin:0 auto;max-width:72rem;padding:0 1rem}\n"
    "header{position:sticky;top:0;background:Canvas;padding:.5rem 0;border-block-end:1px solid var(--line)}\n"
    "h1{font-size:1.25rem;margin:.25rem 0}\n"
    "#q{font:inherit;width:min(30rem,100%);box-sizing:border-box;padding:.25rem .5rem}\n"
    "#n{color:var(--soft);margin-inline-start:.75rem}\n"
    "table{border-collapse:collapse;width:100%}\n"
    "th,td{text-align:start;vertical-align:top;padding:.35rem .6rem;border-block-end:1px solid var(--line)}\n"
    "tbody th{font-weight:600;width:27%}.about{width:50%}\n"
    "[lang|=ar]{font-size:1.15em;line-height:1.7}\n"
    "ul{list-style:none;margin:0;padding:0}\n"
    "p{margin:0}\n"
    ".about,li .note{font-size:.875rem;font-weight:400}\n"
    ".domain::before{content:'['}.domain::after{content:']'}\n"
    ".domain,.said,footer,cite{color:var(--soft)}\n"
    ".said{font-size:.75rem;margin-inline-start:.5em}\n"
    ".preferred{font-weight:600}.candidate{font-style:italic}.deprecated,.rejected{text-decoration:line-through}\n"
    "blockquote{margin:.25rem 0;padding-inline-start:.75rem;border-inline-start:3px solid var(--line);font-size:1rem}\n"
    "cite{font-size:.75rem;font-style:normal;display:block}\n"
    "footer{padding:1rem 0;font-size:.875rem}\n"
    "@media print{header{position:static}#q,#n{display:none}tr,blockquote{break-inside:avoid}thead{display:table-header-group}\n"
    "body{max-width:none;padding:0;font-size:10pt}@page{margin:15mm}}\n";

const char mq_html_script[] =
    "const fold=s=>s.normalize('NFKD').replace(/[\\u0300-\\u036f\\u064b-\\u065f\\u0670\\u0640\\u200e\\u200f]/g,'').toLowerCase()\n"
    " .replace(/\\u0671/g,'\\u0627').replace(/\\u0629/g,'\\u0647').replace(/\\u0649/g,'\\u064a')\n"
    " .replace(/[\\u0660-\\u0669]/g,c=>c.charCodeAt(0)-0x660).replace(/[\\u2018\\u2019]/g,\"'\");\n"
    "const q=document.getElementById('q'),n=document.getElementById('n'),rows=[...document.querySelectorAll('tbody tr')];\n"
    "let texts;\n"
    "function search(){\n"
    " texts=texts||rows.map(r=>fold(r.textContent));\n"
    " const words=fold(q.value).split(/\\s+/).filter(w=>w);\n"
    " let shown=0;\n"
    " rows.forEach((r,i)=>{const hit=words.every(w=>texts[i].includes(w));r.hidden=!hit;shown+=hit});\n"
    " n.textContent=words.length?shown+' / '+rows.length:'';\n"
    "}\n"
    "q.hidden=false;\n"
    "q.addEventListener('input',search);\n"
    "const asked=new URLSearchParams(location.hash.slice(1)).get('q');\n"
    "if(asked){q.value=asked;search()}\n";
