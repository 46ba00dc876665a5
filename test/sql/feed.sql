--
-- article_feed: the entries of feeds of all kinds, sound and broken.
--
\pset null (null)
SET timezone = 'UTC';
\x on

-- RSS 2.0 with modules: content:encoded, Dublin Core, Media RSS
SELECT * FROM article_feed('<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
     xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
<channel><title>La Gazette du lac</title><link>https://gazette.example/</link><language>fr-fr</language>
<atom:link href="https://gazette.example/fil.xml" rel="self" type="application/rss+xml"/>
<image><url>https://gazette.example/logo.png</url><title>Logo</title><link>https://gazette.example/</link></image>
<item>
  <title>Le phare rouvre &amp; la mer monte</title>
  <link>https://gazette.example/phare?utm_source=rss&amp;id=7</link>
  <guid isPermaLink="false">tag:gazette.example,2024:7</guid>
  <pubDate>Sat, 03 Feb 2024 08:15:00 +0100</pubDate>
  <dc:creator><![CDATA[Anne Vidal]]></dc:creator><dc:creator>Luc Roy</dc:creator>
  <category>Mer</category><category><![CDATA[Ports & digues]]></category><category>mer</category>
  <description>&lt;p&gt;Le phare rouvre, dit le &lt;b&gt;maire&lt;/b&gt;.&lt;/p&gt;</description>
  <content:encoded><![CDATA[<p>Le phare rouvre <a href="/plan">ce matin</a>.</p><p>La mer monte.</p>]]></content:encoded>
  <media:content url="/photos/phare.jpg" medium="image" type="image/jpeg" width="800"><media:title>Le phare vu du port</media:title></media:content>
  <enclosure url="https://gazette.example/son.mp3" length="1234" type="audio/mpeg"/>
  <comments>https://gazette.example/phare#comments</comments><slash:comments>4</slash:comments>
</item>
<item><title>Un deuxi&#232;me titre</title><guid>https://gazette.example/deux</guid></item>
</channel></rss>');

-- Atom with relative links, xml:base, XHTML and text
SELECT * FROM article_feed('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr" xml:base="https://journal.example/fil/">
<title type="html">Le &lt;i&gt;Journal&lt;/i&gt;</title><link rel="self" href="atom.xml"/><link href="/"/><updated>2024-02-03T10:00:00Z</updated>
<author><name>La rédaction du port</name><email>port@journal.example</email></author>
<entry xml:base="2024/"><id>urn:uuid:1</id><title>a &lt; b, dit <![CDATA[<b>]]></title>
 <link rel="replies" href="un/comments"/><link rel="alternate" type="text/html" href="un.html"/><link rel="enclosure" type="audio/ogg" href="un.ogg" length="77"/>
 <published>2024-02-03T09:00:00.25+01:00</published><updated>2024-02-03T09:30:00Z</updated>
 <category term="mer" label="La mer"/><summary>Un résumé &amp; rien de plus.</summary>
 <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>La mer <em>monte</em>.</p><p><img src="un.jpg" alt=""/>Une ancre<a id="a"/></p></div></content></entry>
<entry><id>https://journal.example/deux</id><title type="html">&lt;b&gt;Deux&lt;/b&gt; titres</title><author><name>Anne Vidal</name></author><author><name>Luc Roy</name></author>
 <updated>2024-02-04T00:00:00Z</updated><content type="text">Une ligne
et une autre.

Un paragraphe &lt;nu&gt;.</content><source><id>x</id><title>Autre journal</title><updated>2003-01-01T00:00:00Z</updated></source></entry>
</feed>');

-- RSS 1.0 (RDF), RSS 0.91, Atom 0.3
SELECT guid, url, title, author, published_at, updated_at, tags, summary, html, language, site_name, extra
  FROM (VALUES (1, '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://archives.example/"><title>Les Archives</title><link>https://archives.example/</link><dc:language>fr</dc:language>
<items><rdf:Seq><rdf:li rdf:resource="https://archives.example/1"/></rdf:Seq></items></channel><image><title>Logo</title><url>x.png</url></image>
<item rdf:about="https://archives.example/1"><title>Une charte</title><link>https://archives.example/1</link><description>Une charte de 1204.</description>
<dc:creator>Vidal, Anne</dc:creator><dc:date>2024-02-03</dc:date><dc:subject>chartes</dc:subject><dc:rights>Domaine public</dc:rights></item></rdf:RDF>'),
  (2, '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel><title>Vieux fil</title><link>http://vieux.example</link><item><title>L&apos;&eacute;t&eacute;</title><link>http://vieux.example/ete</link><description>Bient&ocirc;t</description></item></channel></rss>'),
  (3, '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Carnet</title><entry><title mode="escaped" type="text/html">Un &amp;eacute;t&amp;eacute;</title><link rel="alternate" type="text/html" href="http://carnet.example/1"/>
<id>tag:carnet.example,2004:1</id><issued>2004-07-14T20:00:00+02:00</issued><modified>2004-07-15T08:00:00Z</modified><author><name>Luc Roy</name></author>
<content type="text/html" mode="base64">PHA+VW4gw6l0w6kuPC9wPg==</content></entry></feed>')) AS feeds(number, feed),
       LATERAL article_feed(feed) ORDER BY number;

-- JSON Feed
SELECT * FROM article_feed('{"version": "https://jsonfeed.org/version/1.1", "title": "Le Carnet", "items": [
 {"id": 42, "url": "/42", "title": "Un titre \u00e9crit <ainsi>", "content_html": "<p>La mer <a href=\"plan\">monte<\/a>.</p>", "summary": "Un résumé.", "image": "/42.jpg",
  "date_published": "2024-02-03T09:00:00+01:00", "date_modified": "2024-02-03T10:00:00Z", "authors": [{"name": "Anne Vidal", "url": "https://a.example"}, {"name": "Luc Roy"}],
  "tags": ["mer", "port"], "attachments": [{"url": "/42.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 99}], "external_url": "https://ailleurs.example/x", "_carnet": {"x": [1, {"y": 2}]}},
 {"id": "43", "content_text": "Une ligne\net <une> autre", "author": {"name": "Luc Roy"}}, {}],
 "home_page_url": "https://carnet.example/", "feed_url": "https://carnet.example/fil/feed.json", "language": "fr", "authors": [{"name": "Équipe du carnet"}]}');

-- sitemaps: of pages, of news, of images, an index
SELECT guid, url, title, published_at, updated_at, tags, image_url, language, site_name, extra
  FROM article_feed('<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:xhtml="http://www.w3.org/1999/xhtml">
<url><loc>https://journal.example/un</loc><news:news><news:publication><news:name>Le Journal</news:name><news:language>fr</news:language></news:publication>
<news:publication_date>2024-02-03T09:00+01:00</news:publication_date><news:title>Le phare rouvre</news:title><news:keywords>mer, port</news:keywords><news:genres>Blog</news:genres></news:news>
<image:image><image:loc>https://journal.example/un.jpg</image:loc><image:title>Le phare</image:title></image:image></url>
<url><loc>https://journal.example/deux</loc><lastmod>2024-02</lastmod><changefreq>daily</changefreq><priority>0.8</priority>
<xhtml:link rel="alternate" hreflang="en" href="https://journal.example/en/two"/></url></urlset>');
SELECT url, extra FROM article_feed(E'https://journal.example/un\r\n\nhttps://journal.example/deux\n');
SELECT url, updated_at, extra FROM article_feed('<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://journal.example/plan1.xml.gz</loc><lastmod>2024-02-03</lastmod></sitemap><sitemap><loc>/plan2.xml</loc></sitemap></sitemapindex>', 'https://journal.example/plan.xml');

-- films and sound; an author who is only a login; a picture without a type
SELECT guid, title, author, summary, html, image_url, extra
  FROM article_feed('<feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/" xmlns="http://www.w3.org/2005/Atom"><title>Films du port</title>
<entry><id>yt:video:abc</id><yt:videoId>abc</yt:videoId><title>La mer monte</title><media:group><media:title>Un autre titre</media:title><media:content url="https://films.example/abc" type="video/mp4"/>
<media:thumbnail url="https://films.example/abc.jpg"/><media:description>La mer monte.

Abonnez-vous.</media:description><media:community><media:statistics views="33"/></media:community></media:group></entry></feed>');
SELECT title, author, summary, image_url, extra
  FROM article_feed('<rss><channel><item><title>Le son du phare</title><dc:creator>admin</dc:creator><itunes:author>Anne Vidal, Luc Roy</itunes:author><itunes:duration>31:02</itunes:duration>
<media:content url="https://journal.example/p.jpg?w=600" width="600"><media:credit>Luc Roy</media:credit></media:content><enclosure url="https://journal.example/p.mp3" length="1" type="audio/mpeg"/><itunes:summary>Un épisode.</itunes:summary></item></channel></rss>');

-- a WordPress export: logins become names, dates of drafts are none
SELECT guid, url, title, author, published_at, updated_at, tags, summary, html, extra
  FROM article_feed('<?xml version="1.0" encoding="UTF-8" ?><rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Le Carnet</title><link>https://carnet.example</link><wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[avidal]]></wp:author_login><wp:author_email><![CDATA[a@carnet.example]]></wp:author_email><wp:author_display_name><![CDATA[Anne Vidal]]></wp:author_display_name></wp:author>
<item><title>Le phare</title><link>https://carnet.example/phare/</link><pubDate>Sat, 03 Feb 2024 08:15:00 +0000</pubDate><dc:creator><![CDATA[avidal]]></dc:creator>
<guid isPermaLink="false">https://carnet.example/?p=7</guid><description></description><content:encoded><![CDATA[<!-- wp:paragraph --><p>La mer monte.</p><!-- /wp:paragraph -->]]></content:encoded><excerpt:encoded><![CDATA[La mer]]></excerpt:encoded>
<wp:post_id>7</wp:post_id><wp:post_date>2024-02-03 09:15:00</wp:post_date><wp:post_date_gmt>2024-02-03 08:15:00</wp:post_date_gmt><wp:post_modified_gmt>2024-02-04 08:00:00</wp:post_modified_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="mer"><![CDATA[Mer]]></category><wp:postmeta><wp:meta_key>_x</wp:meta_key><wp:meta_value>1</wp:meta_value></wp:postmeta><wp:comment><wp:comment_author>Zoé</wp:comment_author></wp:comment></item>
<item><title>Un brouillon</title><link>https://carnet.example/?p=8</link><pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate><dc:creator>avidal</dc:creator><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt><wp:status>draft</wp:status></item></channel></rss>');
\x off

-- broken XML: a bare &, entities of HTML, elements without an end, junk before the prolog, no root, cut off
SELECT number, url, title, author, published_at, html
  FROM (VALUES (1, '<rss><channel><item><title>Le phare & la mer</title><link>https://a.example/?a=1&copy=2&b=3</link><description>Un &nbsp;mot & &eacute;crit &lt;b>ainsi&lt;/b></description></item></channel></rss>'),
               (2, '<rss><channel><item><title>Un<link>https://a.example/1<dc:creator>Anne Vidal<pubDate>Sat, 03 Feb 2024 08:15:00 GMT<item><title>Deux</title><link>https://a.example/2</link></channel>'),
               (3, E'<br />\n<b>Warning</b>: date() in <b>/var/www/feed.php</b> on line <b>2</b><br />\n\n<?xml version="1.0"?><rss><channel><item><title>Un</title></item></channel></rss>'),
               (4, '<item><title>Un</title></item><item><title>Deux</title></item>'),
               (5, '<rss><channel><item><title>Un</title><description><![CDATA[<p>La mer mon'),
               (6, '<rss><channel><item><title>Un</title><description><![CDATA[<p>La mer</p></description></item><item><title><![CDATA[Deux]]></title><description><![CDATA[<p>Le port</p>]]></description></item>'),
               (7, '<rss><channel><item><title>Un</title><link/>https://a.example/1<description><p>Un <a href=https://a.example/x>lien</a> nu<br></p></description></item>'),
               (8, '<rss><channel><item><title>Un</title><x:rubrique>Mer<link>https://a.example/1</link></item>'),
               (9, '<rss><channel><item><title>Un <b>mot</b></title><media:title>Photo</media:title><link href="https://a.example/1" title="x > y"/><guid>1</item></channel></rss>'),
               (10, '<feed><entry><title>Un</title><link href=''https://a.example/1''><id>1</id><content type="html">&amp;lt;p&amp;gt;La mer&amp;lt;/p&amp;gt;</content></entry></feed>'),
               (11, '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>Un</a:title><a:link href="https://a.example/1"/><a:content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p>La mer</x:p></x:div></a:content></a:entry></a:feed>')) AS feeds(number, feed),
       LATERAL article_feed(feed) ORDER BY number;

-- dates as feeds write them
SELECT written, published_at, extra ->> 'pubDate' AS unread
  FROM unnest('{"Sat, 07 Sep 2002 00:00:01 GMT","07 Sep 02 09:42:31 EST","Sat, 7 Sep 2002 9:42 PDT","sam., 07 sept. 2002 09:42:31 +0200","Samedi 7 septembre 2002 à 9h42","Sat, 07 Sep 99 09:42 GMT","lundi, 12 févr. 2024 10:00:00 +0100",
                "2002-09-07T09:42:31.123-04:00","2002-09-07T09:42Z","2002-09-07","2002-09","2002","20020907T094231Z","1031391751","2002-09-07 09:42:31","Sat Sep  7 09:42:31 2002","Sábado, 07 Sep 2002 09:42:31 +0000",
                "Thu, 01 Jan 1970 00:00:00 +0000","0001-01-01T00:00:00","bientôt","hier"}'::text[]) WITH ORDINALITY AS w(written, number),
       LATERAL article_feed('<rss><channel><item><title>Un</title><pubDate>' || written || '</pubDate></item></channel></rss>') ORDER BY number;
SELECT published_at FROM article_feed('<item><title>Un</title><pubDate>2002-09-07 09:42</pubDate></item>', NULL, 'America/Montreal');

-- authors as feeds write them
SELECT written, author, authors
  FROM unnest('{"anne@journal.example (Anne Vidal)","Anne Vidal (anne@journal.example)","Anne Vidal &lt;anne@journal.example&gt;","anne@journal.example","Par Anne Vidal et Luc Roy","Anne Vidal, Luc Roy","Anne Vidal (AFP)","AFP","noreply@blogger.com (Jean)","VIDAL Anne","null",""}'::text[]) WITH ORDINALITY AS w(written, number),
       LATERAL article_feed('<rss><channel><title>Le Journal</title><item><title>Un</title><author>' || written || '</author></item></channel></rss>') ORDER BY number;

-- addresses: relative ones, the permanent link, FeedBurner's original
SELECT url, image_url, html FROM article_feed('<rss xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel>
<item><title>1</title><link>un.html</link><enclosure url="un.png" type="image/png"/><description>&lt;a href="#note"&gt;1&lt;/a&gt;&lt;img src=''un.png?a=1&amp;amp;b=2'' srcset="un.png 1x, deux.png 2x"&gt;&lt;a href="mailto:a@b.example"&gt;</description></item>
<item><title>2</title><guid>https://journal.example/deux</guid></item><item><title>3</title><guid isPermaLink="false">https://journal.example/trois</guid></item>
<item><title>4</title><link>https://feeds.example/~r/x/4</link><feedburner:origLink>https://journal.example/quatre</feedburner:origLink></item>
<item><title>5</title><link>javascript:alert(1)</link></item></channel></rss>', 'https://journal.example/fil/rss.xml');
SELECT url FROM article_feed('<rss><channel><link>https://journal.example/a/</link><item><title>1</title><link>/un</link></item></channel></rss>');
SELECT url FROM article_feed('<rss><channel><item><title>1</title><link>/un</link></item></channel></rss>');

-- what is no feed has no entries
SELECT number, count(title) FROM (VALUES (1, ''), (2, 'La mer monte.'), (3, '<html><body><item><title>x</title></item></body></html>'), (4, '{"a": 1}'), (5, '{"items": [{"title": "x"}]}'), (6, '<rss/>'), (7, '<rss><channel><item/><item></item></channel></rss>'), (8, NULL)) AS feeds(number, feed)
  LEFT JOIN LATERAL article_feed(feed) ON true GROUP BY number ORDER BY number;

-- bytes: encodings that are declared rightly and wrongly, gzip, a response with its header
SELECT title FROM article_feed(convert_to('<?xml version="1.0" encoding="ISO-8859-1"?><rss><channel><item><title>L''été à Sète</title></item></channel></rss>', 'LATIN1'));
SELECT title FROM article_feed(convert_to('<?xml version="1.0" encoding="ISO-8859-1"?><rss><channel><item><title>L''été à Sète</title></item></channel></rss>', 'UTF8'));
SELECT title FROM article_feed(convert_to('<?xml version="1.0" encoding="UTF-8"?><rss><channel><item><title>L''été à Sète</title></item></channel></rss>', 'LATIN1'));
SELECT title FROM article_feed(convert_to('<rss><channel><item><title>L''été à Sète</title></item></channel></rss>', 'LATIN1'), NULL, 'Europe/Paris', 'application/rss+xml; charset=iso-8859-1');
SELECT title FROM article_feed('\x1f8b0800000000000203b3292a2eb6b349ce48cccb4bcdb1b3c92c49cdb5b329c92cc949b5f379d430f3f0ca92c32b150e2f50083ebca224d5461f2263a30f51a70fd7a70f320600925367ec4c000000'::bytea);
SELECT title FROM article_feed('\xfffe3c007200730073003e003c006300680061006e006e0065006c003e003c006900740065006d003e003c007400690074006c0065003e005300e800740065003c002f007400690074006c0065003e003c002f006900740065006d003e003c002f006300680061006e006e0065006c003e003c002f007200730073003e00'::bytea);
SELECT title FROM article_feed(E'HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<rss><channel><item><title>Un</title></item></channel></rss>'::bytea);
SELECT count(*) FROM article_feed('\x89504e470d0a1a0a0000000d49484452'::bytea);

-- hostile feeds: no entity is expanded, no file read, no time lost
SELECT title, summary FROM article_feed('<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&b;</title><description>&f;</description></item></channel></rss>');
SET statement_timeout = '20s';
SELECT count(*), max(length(title)) FROM article_feed('<rss><channel><item><title>Un</title>' || repeat('<a>', 300000) || '</item></channel></rss>');
SELECT count(*), max(title) FROM article_feed('<rss><channel><item><title>Un</title>' || repeat('<description>x', 200000) || '</item></channel></rss>');
SELECT count(*), max(title) FROM article_feed('<rss ' || (SELECT string_agg('xmlns:a' || i || '="b"', ' ') FROM generate_series(1, 100000) AS i) || '><channel><item><title>Un</title></item></channel></rss>');
SELECT count(*), left(max(title), 10) FROM article_feed(repeat('<item><title>a<![CDATA[', 100000) || ']]>');
SELECT count(*), left(max(title), 10) FROM article_feed(repeat('<entry><title>a<![CDATA[', 100000));
SELECT count(*), max(title) FROM article_feed('<rss><channel><item><title>Un</title>' || repeat('<!--', 300000) || repeat('<![x[', 300000) || repeat('<a b="', 300000));
SELECT count(*), max(length(html)) FROM article_feed('<item><title>Un</title><description>' || repeat('&', 1000000) || '</description></item>');
SELECT count(*) FROM article_feed('{"version": "https://jsonfeed.org/version/1", "items": [' || repeat('{"a":[', 300000));
SELECT count(*), count(DISTINCT url) FROM article_feed('<urlset>' || (SELECT string_agg('<url><loc>https://a.example/' || i || '</loc></url>', '') FROM generate_series(1, 20000) AS i) || '</urlset>');
RESET statement_timeout;

-- too large
SET article.max_html_size = '1kB';
SELECT count(*) FROM article_feed('<rss>' || repeat(' ', 1100) || '</rss>');
RESET article.max_html_size;
SELECT count(*) FROM article_feed('<rss/>', NULL, 'Europe/Atlantide');

-- of several sizes of a picture the widest is taken, unless another one is the default; dates with the month first, and with a Z apart
SELECT image_url, published_at AT TIME ZONE 'UTC' AS utc FROM article_feed('<rss xmlns:media="http://search.yahoo.com/mrss/"><channel><language>fr</language>
<item><title>Un</title><pubDate>Mar 12, 2024 10:30 AM</pubDate><media:content url="https://a.example/s.jpg" medium="image" width="120"/><media:content url="https://a.example/l.jpg" medium="image" width="1600"/><media:content url="https://a.example/m.jpg" medium="image" width="640"/></item>
<item><title>Deux</title><pubDate>Tue, 12 Mar 2024 09:30:00 Z</pubDate><media:content url="https://a.example/s.jpg" medium="image" width="120" isDefault="true"/><media:content url="https://a.example/l.jpg" medium="image" width="1600"/></item></channel></rss>');

-- an entry is what parse_article_known takes
SELECT (a).title, (a).authors, (a).published_at, (a).url, (a).body
  FROM article_feed('<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><title>Le phare rouvre</title><link>https://gazette.example/phare</link><author>a@gazette.example (Anne Vidal)</author><pubDate>Sat, 03 Feb 2024 08:15:00 GMT</pubDate>
<content:encoded><![CDATA[<p>Le phare du port rouvre ce matin, deux ans après la tempête qui avait emporté sa lanterne.</p><p>La mer monte, et les premiers visiteurs attendent déjà devant la grille.</p>]]></content:encoded></item></channel></rss>') AS entry,
       LATERAL (SELECT parse_article_known(entry.html, to_jsonb(entry), entry.url) AS a OFFSET 0) AS parsed;
