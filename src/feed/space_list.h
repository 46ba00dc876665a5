/*
 * space_list.h
 *	  The vocabularies that feeds use: SPACE(id, usual prefix, URI without its scheme and last '/'
 *	  or '#'). The usual prefix is the name of the vocabulary in the rows, and is believed where it
 *	  is not declared. Several URIs of one vocabulary follow each other. Sources: the specifications
 *	  of RSS 0.90 to 2.0 and their modules, RFC 4287 and Atom 0.3, Dublin Core, Media RSS,
 *	  sitemaps.org and Google's news, image and video sitemaps, Apple Podcasts, Podcasting 2.0,
 *	  WordPress's export. No #include guard: this file is a table.
 */
SPACE(PLAIN, "", "purl.org/rss/1.0")
SPACE(PLAIN, "", "my.netscape.com/rdf/simple/0.9")
SPACE(PLAIN, "", "channel.netscape.com/rdf/simple/0.9")
SPACE(PLAIN, "", "backend.userland.com/rss2")
SPACE(PLAIN, "", "blogs.law.harvard.edu/tech/rss")
SPACE(PLAIN, "", "www.sitemaps.org/schemas/sitemap/0.9")
SPACE(PLAIN, "", "www.google.com/schemas/sitemap/0.84")
SPACE(ATOM, "atom", "www.w3.org/2005/atom")
SPACE(ATOM, "atom", "purl.org/atom/ns")
SPACE(ATOM, "a10", "www.w3.org/2005/atom")
SPACE(ATOM, "atom10", "www.w3.org/2005/atom")
SPACE(RDF, "rdf", "www.w3.org/1999/02/22-rdf-syntax-ns")
SPACE(DC, "dc", "purl.org/dc/elements/1.1")
SPACE(DC, "dc", "purl.org/dc/elements/1.0")
SPACE(DCTERMS, "dcterms", "purl.org/dc/terms")
SPACE(CONTENT, "content", "purl.org/rss/1.0/modules/content")
SPACE(MEDIA, "media", "search.yahoo.com/mrss")
SPACE(ITUNES, "itunes", "www.itunes.com/dtds/podcast-1.0.dtd")
SPACE(FEEDBURNER, "feedburner", "rssnamespace.org/feedburner/ext/1.0")
SPACE(SLASH, "slash", "purl.org/rss/1.0/modules/slash")
SPACE(PRISM, "prism", "prismstandard.org/namespaces/basic/2.0")
SPACE(PRISM, "prism", "prismstandard.org/namespaces/1.2/basic")
SPACE(NEWS, "news", "www.google.com/schemas/sitemap-news/0.9")
SPACE(NEWS, "n", "www.google.com/schemas/sitemap-news/0.9")
SPACE(IMAGE, "image", "www.google.com/schemas/sitemap-image/1.1")
SPACE(VIDEO, "video", "www.google.com/schemas/sitemap-video/1.1")
SPACE(XHTML, "xhtml", "www.w3.org/1999/xhtml")
SPACE(WP, "wp", "wordpress.org/export/1.0")
SPACE(WP, "wp", "wordpress.org/export/1.1")
SPACE(WP, "wp", "wordpress.org/export/1.2")
SPACE(EXCERPT, "excerpt", "wordpress.org/export/1.0/excerpt")
SPACE(EXCERPT, "excerpt", "wordpress.org/export/1.1/excerpt")
SPACE(EXCERPT, "excerpt", "wordpress.org/export/1.2/excerpt")
SPACE(PODCAST, "podcast", "podcastindex.org/namespace/1.0")
SPACE(THREAD, "thr", "purl.org/syndication/thread/1.0")
