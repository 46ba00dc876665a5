/*
 * xml_document.h
 *	  A page as an XML document, and XPath 1.0 on it. In goes a page that was parsed with
 *	  PageOptions.whole, out come nodes, which know their nodes in the core's tree.
 *
 * This room is the only one that knows libxml2, and its headers do not show it. What its users may
 * rely on:
 *
 * - The document is the page as a browser has it (html/whole.h). Elements and attributes have the
 *	 names of the page in lowercase (those of SVG as the standard spells them) and no namespace, so
 *	 that "//svg/path" works; a name with a colon can be reached with name() only, apart from
 *	 xml:lang and xlink:href. A comment, a processing instruction, a document type never match.
 * - Nothing is loaded, opened or expanded, and nothing is printed: no DTD, no entity, no variable,
 *	 no function beyond those of XPath 1.0. id('x') finds the element with the attribute id="x".
 * - XmlItem.node is the node in page->nodes, whose numbers are the same as without
 *	 PageOptions.whole; PAGE_NONE for elements that the tree leaves out (<html>, <head>, <body>,
 *	 <title>, <meta>, <link>, <script>, <style>, parts of drawings, an added <tbody>).
 * - Items of a result are in document order, without duplicates.
 * - Documents live in the arena they were built in, and are only read by paths: any number of paths
 *	 can be evaluated on one, one after the other. A path is compiled once, for any number of
 *	 documents; it owns memory outside of arenas, so xml_path_free has to be called (pg/ does it
 *	 in a callback of the memory context). What arena functions raise leaves path and document
 *	 usable.
 * - libxml2's process-wide state (allocator, error handlers, last error) is as before after each
 *	 function.
 */
#ifndef ARTICLE_XML_DOCUMENT_H
#define ARTICLE_XML_DOCUMENT_H

#include "base/arena.h"
#include "base/str.h"
#include "html/page.h"

typedef enum XmlStatus
{
	XML_STATUS_OK,
	XML_STATUS_INVALID,		/* the path is not XPath 1.0; see XmlError */
	XML_STATUS_TOO_LONG,	/* the path is longer than XML_LONGEST_PATH, or nested too deeply */
	XML_STATUS_TOO_COMPLEX, /* XmlLimits.operations was reached */
	XML_STATUS_TOO_LARGE,	/* XmlLimits.memory was reached */
	XML_STATUS_NO_MEMORY,	/* malloc failed */
	XML_STATUS_INTERRUPTED	/* interrupted() returned true */
} XmlStatus;

typedef struct XmlLimits
{
	/*
	 * Steps from node to node, and one for each XML_BYTES_AN_OPERATION of strings; 0: no limit. A
	 * path whose steps may reach a node in several ways ("//a//b", "|", preceding, following,
	 * ancestor) may take the fewer steps, the more nodes the document has: libxml2 compares each
	 * node that it finds with all it has found before.
	 */
	uint64_t operations;
	size_t memory;						/* bytes that one evaluation may hold; 0: no limit */
	bool (*interrupted)(void *context); /* must not raise; NULL: never */
	void *interrupt_context;
	/* Calls work(context) so that a cancel calls xml_path_interrupt meanwhile; NULL: none does. */
	void (*interruptible)(void (*work)(void *context), void *context);
} XmlLimits;

/* An operation takes 0.2 microseconds, and so does the string value of an element of 16 bytes. */
#define XML_BYTES_AN_OPERATION 16

/* Nodes of a document from which on such a path may take fewer steps. */
#define XML_FREE_NODES 1000

/* Bytes of a path; libxml2 compiles recursively, and no real path has half of a kilobyte. */
#define XML_LONGEST_PATH (16 * 1024)

/* Why a path is invalid. The message is a fixed string in English, without a period. */
typedef struct XmlError
{
	const char *message;
	int32_t position; /* byte offset in the path, or -1 */
	Str name;		  /* the slice of the path that does not exist: a function, prefix, variable */
} XmlError;

/* ---------------------------------------------------------------- documents */

typedef struct XmlDocument XmlDocument;

/*
 * Builds the document of a page in an arena, in which the page may be as well. "attrs" says which
 * attributes the document needs: texts of paths, of which an attribute is needed if one contains
 * its name, or contains "@*" or "attribute"; NULL: all attributes. Fewer attributes take less
 * memory. Takes 120 bytes for each element and text, 216 for each attribute.
 */
extern XmlDocument *xml_document_build(Arena *arena, const Page *page, const Str *attrs,
									   uint32_t nattrs);

/* The same, but returns NULL if the document would take more than this many bytes of the arena. */
extern XmlDocument *xml_document_build_within(Arena *arena, const Page *page, const Str *attrs,
											  uint32_t nattrs, size_t most);

typedef enum XmlItemKind
{
	XML_ITEM_DOCUMENT,
	XML_ITEM_ELEMENT,
	XML_ITEM_TEXT,
	XML_ITEM_ATTRIBUTE
} XmlItemKind;

/* A node of the document. Strings live as long as the document. */
typedef struct XmlItem
{
	XmlItemKind kind;
	uint32_t node;	   /* in page->nodes: itself, of an attribute its element; or PAGE_NONE */
	Str name;		   /* of an element or attribute; of others data NULL */
	Str value;		   /* of an attribute or text; of others data NULL */
	const void *inner; /* libxml2's node */
} XmlItem;

/* The item of the element that contains an item, or of the document. */
extern XmlItem xml_item_parent(const XmlItem *item);

/* The string value of an item, as XPath's string() returns it. */
extern Str xml_item_string(const XmlItem *item, Arena *arena);

/*
 * The words of an item as in a browser: blocks and <br> separate words, white space is collapsed;
 * scripts, styles and the like inside it are left out. An attribute's value as it is.
 */
extern Str xml_item_text(const XmlItem *item, const Page *page, Arena *arena);

/* ---------------------------------------------------------------- paths */

typedef struct XmlPath XmlPath;

/*
 * Compiles a path; a limit of operations does not count here. Unless the status is XML_STATUS_OK,
 * *path is NULL; *error is set if it is XML_STATUS_INVALID. A path is also invalid if it uses a
 * prefix, function or variable that does not exist, or calls a function with too many or too few
 * arguments.
 */
extern XmlStatus xml_path_compile(XmlPath **path, Str text, const XmlLimits *limits,
								  XmlError *error);
extern void xml_path_free(XmlPath *path); /* NULL is allowed */

typedef enum XmlResultKind
{
	XML_RESULT_ITEMS,
	XML_RESULT_STRING,
	XML_RESULT_NUMBER,
	XML_RESULT_BOOLEAN
} XmlResultKind;

typedef struct XmlResult
{
	XmlResultKind kind;
	XmlItem *items; /* in the arena */
	uint32_t count;
	Str string; /* the value as XPath's string() returns it, in the arena; of items data NULL */
	double number;
	bool boolean;
	uint64_t operations; /* that the evaluation took, whatever its status */
} XmlResult;

/*
 * Evaluates a path on a document, with "context" (NULL: the document) as its context node. Fills
 * *result if the status is XML_STATUS_OK. XML_STATUS_INVALID: an operand has a type that
 * its function does not take, which only an evaluation can show.
 */
extern XmlStatus xml_path_evaluate(XmlPath *path, const XmlDocument *document,
								   const XmlItem *context, const XmlLimits *limits, Arena *arena,
								   XmlResult *result, XmlError *error);

/*
 * Ends the compilation or evaluation that runs, if any, with XML_STATUS_INTERRUPTED. May be called
 * in a signal handler: libxml2 works in memory of its own meanwhile, and holds nothing else. For
 * long work without an allocation, during which interrupted() is not asked.
 */
extern void xml_path_interrupt(void);

#endif
