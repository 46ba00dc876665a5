/*
 * core_names.h
 *	  Three types of the core have the names of types of the server. Include this before the core's
 *	  headers, to give the core's types a prefix, and once more after them, to give the names back.
 */
#ifndef Node
#define Node HtmlNode
#define Page HtmlPage
#define Block HtmlBlock
#else
#undef Node
#undef Page
#undef Block
#endif
