/*
 * url_key_list.h
 *	  What a key of an address leaves out or looks into (url_key.c).
 *
 * HOST_LABEL(name): a label of a host that leads to another form of the same site.
 * INDEX_FILE(name): the last segment of a path that names what its folder is (the defaults of
 * Apache, nginx and IIS). PARAMETER(name, value): a query parameter of a session, or of the AMP
 * form of a page; value "" is any. WRAPPER(host, path): addresses of this host, or of a host that
 * ends in ".host", hold another address after a path of this form, where '*' is one segment.
 *
 * Sources: documentation of AMP (URLs in the AMP cache, discoverable pages), of the Wayback
 * Machine, of PHP and of the Jakarta Servlet specification. No #include guard: this file is a
 * table.
 */
#ifndef HOST_LABEL
#define HOST_LABEL(name)
#define INDEX_FILE(name)
#define PARAMETER(name, value)
#define WRAPPER(host, path)
#endif

HOST_LABEL("amp")
HOST_LABEL("m")
HOST_LABEL("mobile")
HOST_LABEL("touch")
HOST_LABEL("wap")

INDEX_FILE("default.asp")
INDEX_FILE("default.aspx")
INDEX_FILE("default.htm")
INDEX_FILE("index.cgi")
INDEX_FILE("index.htm")
INDEX_FILE("index.html")
INDEX_FILE("index.jsp")
INDEX_FILE("index.php")
INDEX_FILE("index.shtml")
INDEX_FILE("index.xhtml")

PARAMETER("amp", "")
PARAMETER("jsessionid", "")
PARAMETER("output", "amp")
PARAMETER("outputType", "amp")
PARAMETER("phpsessid", "")

WRAPPER("cdn.ampproject.org", "/*/s/")
WRAPPER("cdn.ampproject.org", "/*/")
WRAPPER("google.com", "/amp/s/")
WRAPPER("google.com", "/amp/")
WRAPPER("google.fr", "/amp/s/")
WRAPPER("bing.com", "/amp/s/")
WRAPPER("web.archive.org", "/web/*/")
WRAPPER("archive.org", "/web/*/")

#undef HOST_LABEL
#undef INDEX_FILE
#undef PARAMETER
#undef WRAPPER
