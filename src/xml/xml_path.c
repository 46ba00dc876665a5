/*
 * xml_path.c
 *	  See xml_document.h: compiles and evaluates XPath with libxml2, all of whose allocations come
 *	  from a pool (xml_pool.h). A path keeps the pool it was compiled in, and the one of its last
 *	  evaluation until its result has been copied.
 */
#include "xml/xml_internal.h"

#include <stdlib.h>

#include "base/array.h"
#include "xml/xml_pool.h"

struct XmlPath
{
	XmlPool pool; /* the compiled path */
	XmlPool work; /* an evaluation */
	xmlXPathCompExprPtr compiled;
	bool meets; /* its steps may reach a node in several ways */
	char *text; /* with two NULs at its end, and a byte before it; in the same block */
};

/* What a call of libxml2 needs and returns, passed through xml_pool_run. */
typedef struct Call
{
	XmlPath *path;
	const XmlDocument *document;
	const XmlItem *item;
	uint64_t operations;
	xmlXPathContextPtr names; /* of an evaluation; NULL before */
	xmlXPathObjectPtr object;
	xmlChar *string; /* its value as a string, unless it is nodes */
	int code;		 /* of the first error; 0: none */
	int position;
} Call;

/* ---------------------------------------------------------------- errors */

static void
take_error(void *context, XmlRaised error)
{
	Call *call = context;

	if (call->code != 0)
		return;
	call->code = error->code;
	call->position = error->int1;
}

static const char *
error_message(int code)
{
	switch (code)
	{
		case XML_XPATH_UNFINISHED_LITERAL_ERROR:
		case XML_XPATH_START_LITERAL_ERROR:
			return "a string has no closing quote";
		case XML_XPATH_UNKNOWN_FUNC_ERROR:
			return "there is no such function in XPath 1.0";
		case XML_XPATH_UNDEF_PREFIX_ERROR:
			return "the namespace prefix is not defined";
		case XML_XPATH_UNDEF_VARIABLE_ERROR:
		case XML_XPATH_VARIABLE_REF_ERROR:
			return "variables are not supported";
		case XML_XPATH_INVALID_ARITY:
			return "a function has the wrong number of arguments";
		case XML_XPATH_INVALID_TYPE:
			return "an operand has the wrong type";
		case XML_XPATH_INVALID_PREDICATE_ERROR:
			return "a predicate is not valid";
		case XML_XPATH_UNCLOSED_ERROR:
			return "a parenthesis or bracket is not closed";
		case XML_XPATH_ENCODING_ERROR:
		case XML_XPATH_INVALID_CHAR_ERROR:
			return "a character is not valid";
		default:
			return "the expression is not valid";
	}
}

/* Turns libxml2's errors into a status. */
static XmlStatus
call_status(const Call *call, XmlStatus status, XmlError *error)
{
	if (status != XML_STATUS_OK || call->code == 0)
		return status;
	if (call->code == XML_XPATH_EXPRESSION_OK + XPATH_OP_LIMIT_EXCEEDED ||
		call->code == XML_XPATH_EXPRESSION_OK + XPATH_RECURSION_LIMIT_EXCEEDED)
		return XML_STATUS_TOO_COMPLEX;
	if (error != NULL)
		*error = (XmlError){error_message(call->code), call->position, STR_NONE};
	return XML_STATUS_INVALID;
}

/* ---------------------------------------------------------------- contexts */

/* Appends the elements of a tree whose attribute "id" has this value. */
static void
find_ids(xmlNode *node, const xmlChar *id, xmlNodeSetPtr found)
{
	const xmlNode *top = node;

	while (node != NULL)
	{
		for (const xmlAttr *attr = node->type == XML_ELEMENT_NODE ? node->properties : NULL;
			 attr != NULL; attr = attr->next)
			if (xmlStrEqual(attr->name, BAD_CAST "id") && xmlStrEqual(attr->children->content, id))
				xmlXPathNodeSetAdd(found, node);
		if (node->children != NULL && node->type != XML_ATTRIBUTE_NODE)
			node = node->children;
		else
		{
			while (node != top && node->next == NULL)
				node = node->parent;
			node = node == top ? NULL : node->next;
		}
	}
}

/*
 * XPath's id(): libxml2's own needs a table of identifiers, which a document here does not have.
 * From
 * 2.14 on it cannot be replaced, so calls of it are renamed in the text of a path.
 */
#define OWN_ID "ID"

static bool
is_name_char(char c)
{
	return ascii_alpha(c) || ascii_digit(c) || (c & 0x80) != 0 || strchr("_-.:@$", c) != NULL;
}

static void
rename_id_calls(char *text)
{
	char quote = '\0';

	for (char *at = text; *at != '\0'; at++)
	{
		if (quote != '\0' || *at == '"' || *at == '\'')
			quote = quote == '\0' ? *at : *at == quote ? '\0' : quote;
		else if (at[0] == 'i' && at[1] == 'd' && at[2 + strspn(at + 2, " \t\r\n")] == '(' &&
				 (at == text || !is_name_char(at[-1])))
			memcpy(at, OWN_ID, strlen(OWN_ID));
	}
}

static void
id_function(xmlXPathParserContextPtr parser, int nargs)
{
	xmlNodeSetPtr found;
	xmlChar *id;

	if (nargs != 1)
	{
		xmlXPathSetArityError(parser);
		return;
	}
	id = xmlXPathPopString(parser);
	found = xmlXPathNodeSetCreate(NULL);
	xml_pool_charge(((const XmlDocument *) parser->context->doc->_private)->count);
	if (id != NULL)
		find_ids((xmlNode *) parser->context->doc, id, found);
	xmlFree(id);
	valuePush(parser, xmlXPathWrapNodeSet(found));
}

static xmlXPathContextPtr
make_context(Call *call)
{
	xmlXPathContextPtr context =
		xmlXPathNewContext(call->document != NULL ? (xmlDoc *) &call->document->doc : NULL);

	context->error = (xmlStructuredErrorFunc) take_error;
	context->userData = call;
	context->opLimit = call->operations < ULONG_MAX ? (unsigned long) call->operations : 0;
	return context;
}

static void
register_names(xmlXPathContextPtr context)
{
	xmlXPathRegisterNs(context, BAD_CAST "xlink", BAD_CAST "http://www.w3.org/1999/xlink");
	xmlXPathRegisterFunc(context, BAD_CAST OWN_ID, id_function);
}

/* ---------------------------------------------------------------- compilation */

/* May the steps of a path reach a node in several ways? A word in a string counts too. */
static bool
steps_meet(Str path)
{
	static const Str axes[] = {{"preceding", 9}, {"following", 9}, {"ancestor", 8}, {"|", 1}};
	uint32_t descents = 0;

	for (size_t i = 0; i < lengthof(axes); i++)
		if (str_find(path, axes[i]) >= 0)
			return true;
	for (uint32_t i = 0; i + 1 < path.len; i++)
		descents += path.data[i] == '/' && path.data[i + 1] == '/';
	for (int32_t at; (at = str_find(path, STR("descendant"))) >= 0; descents++)
		path = str_sub(path, (uint32_t) at + 1, path.len);
	return descents > 1;
}

/* The steps that an evaluation may take. */
static uint64_t
most_steps(const XmlPath *path, const XmlDocument *document, const XmlLimits *limits)
{
	if (!path->meets || document->count <= XML_FREE_NODES || limits->operations == 0)
		return limits->operations;
	return limits->operations * XML_FREE_NODES / document->count + 1;
}

/*
 * libxml2 evaluates a path without any of these characters by another method, whose time grows with
 * a power of the depth of the page: 38 s for //a//a//a on 512 nested elements. Parentheses around
 * the path, once it is known to be valid, avoid that.
 */
static bool
would_stream(const char *text)
{
	return strpbrk(text, "[(@") == NULL;
}

/* The context takes 40 KB, and is of no use to the compiled path, which has a pool of its own. */
static void
compile(void *context)
{
	Call *call = context;
	XmlPath *path = call->path;
	xmlXPathContextPtr names = make_context(call);

	xml_pool_use(&path->pool);
	path->compiled = xmlXPathCtxtCompile(names, BAD_CAST path->text);
	if (path->compiled != NULL && would_stream(path->text))
	{
		path->text[-1] = '(';
		path->text[strlen(path->text)] = ')'; /* there is room for two NULs */
		path->compiled = xmlXPathCtxtCompile(names, BAD_CAST path->text - 1);
		if (path->compiled == NULL)
			call->position--; /* that method also takes "a|" for valid */
	}
}

XmlStatus
xml_path_compile(XmlPath **path, Str text, const XmlLimits *limits, XmlError *error)
{
	XmlLimits own = *limits;
	Call call = {0};
	XmlStatus status;

	*path = NULL;
	*error = (XmlError){"the expression is not valid", -1, STR_NONE};
	if (text.len > XML_LONGEST_PATH)
		return XML_STATUS_TOO_LONG;
	if (memchr(text.data, '\0', text.len) != NULL)
		return XML_STATUS_INVALID;
	call.path = calloc(1, sizeof(XmlPath) + text.len + 3);
	if (call.path == NULL)
		return XML_STATUS_NO_MEMORY;
	call.path->text = (char *) (call.path + 1) + 1;
	memcpy(call.path->text, text.data, text.len);
	rename_id_calls(call.path->text);
	call.path->meets = steps_meet(text);
	own.operations = 0; /* the length of a path is limit enough */
	status = xml_pool_run(&call.path->work, &own, compile, &call);
	xml_pool_free(&call.path->work);
	status = call_status(&call, status, error);
	if (status == XML_STATUS_TOO_COMPLEX)
		status = XML_STATUS_TOO_LONG;
	if (status == XML_STATUS_OK && call.path->compiled == NULL)
		status = XML_STATUS_INVALID;
	if (status == XML_STATUS_OK && !xml_names_known(text, error))
		status = XML_STATUS_INVALID;
	if (status == XML_STATUS_OK)
		*path = call.path;
	else
		xml_path_free(call.path);
	return status;
}

void
xml_path_free(XmlPath *path)
{
	if (path == NULL)
		return;
	xml_pool_free(&path->pool);
	xml_pool_free(&path->work);
	free(path);
}

/* ---------------------------------------------------------------- evaluation */

static void
evaluate(void *context)
{
	Call *call = context;
	xmlXPathContextPtr names = make_context(call);

	register_names(names);
	names->node =
		call->item != NULL ? (xmlNode *) call->item->inner : (xmlNode *) &call->document->doc;
	call->names = names;
	call->object = xmlXPathCompiledEval(call->path->compiled, names);
	if (call->object != NULL && call->object->type != XPATH_NODESET)
		call->string = xmlXPathCastToString(call->object);
}

static void
copy_nodes(const Call *call, Arena *arena, XmlResult *result)
{
	const xmlNodeSet *nodes = call->object->nodesetval;
	uint32_t count = nodes != NULL ? (uint32_t) nodes->nodeNr : 0;

	result->kind = XML_RESULT_ITEMS;
	result->items = arena_array(arena, XmlItem, count);
	for (uint32_t i = 0; i < count; i++)
		if (nodes->nodeTab[i]->type != XML_NAMESPACE_DECL)
			result->items[result->count++] = xml_item(call->document, nodes->nodeTab[i]);
}

static void
copy_result(const Call *call, Arena *arena, XmlResult *result)
{
	if (call->string != NULL)
		result->string = str_copy(arena, xml_str(call->string));
	switch (call->object->type)
	{
		case XPATH_BOOLEAN:
			result->kind = XML_RESULT_BOOLEAN;
			result->boolean = call->object->boolval != 0;
			break;
		case XPATH_NUMBER:
			result->kind = XML_RESULT_NUMBER;
			result->number = call->object->floatval;
			break;
		case XPATH_STRING:
			result->kind = XML_RESULT_STRING;
			break;
		default:
			copy_nodes(call, arena, result);
			break;
	}
}

XmlStatus
xml_path_evaluate(XmlPath *path, const XmlDocument *document, const XmlItem *context,
				  const XmlLimits *limits, Arena *arena, XmlResult *result, XmlError *error)
{
	Call call = {.path = path,
				 .document = document,
				 .item = context,
				 .operations = most_steps(path, document, limits)};
	XmlStatus status;

	memset(result, 0, sizeof(*result));
	*error = (XmlError){"the expression is not valid", -1, STR_NONE};
	xml_pool_free(&path->work); /* what an error of the last evaluation has left */
	status = call_status(&call, xml_pool_run(&path->work, limits, evaluate, &call), error);
	error->position = -1; /* libxml2 knows none here */
	if (status == XML_STATUS_OK && call.object == NULL)
		status = XML_STATUS_TOO_COMPLEX; /* the one error that 2.9.14 may not report */
	if (status == XML_STATUS_OK)
		copy_result(&call, arena, result);
	result->operations = path->work.operations;
	if (call.names != NULL)
		result->operations += call.names->opCount;
	xml_pool_free(&path->work);
	return status;
}
