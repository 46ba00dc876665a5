--
-- The other articles that a page links to.
--
\pset null (null)

CREATE FUNCTION pg_temp.page(middle text, after text) RETURNS text
RETURN '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Un ponton de bois pour le lac - La Gazette du lac</title></head><body>'
    || '<header><a href="/">La Gazette du lac</a><nav><ul><li><a href="/actualites/">Actualités</a></li><li><a href="/sports/">Sports</a></li><li><a href="/loisirs/">Loisirs</a></li></ul></nav></header>'
    || '<main><article><h1>Un ponton de bois pour le lac</h1>'
    || '<p>Le conseil municipal a voté hier soir, à main levée, la construction d''un <a href="/tag/ponton/">ponton de bois</a> de quarante mètres au pied de la halle.</p>'
    || middle
    || '<p>Les travaux doivent commencer à l''automne, une fois les cygnes partis, et durer trois mois si le niveau du lac le permet.</p>'
    || '<p>« Nous attendions cela depuis vingt ans », a réagi la présidente du club d''aviron, présente dans le public.</p>'
    || '</article>' || after || '</main>'
    || '<footer><ul><li><a href="/mentions">Mentions légales</a></li><li><a href="/contact">Contactez-nous</a></li></ul></footer></body></html>';

CREATE FUNCTION pg_temp.related(middle text, after text) RETURNS SETOF article_link
BEGIN ATOMIC
  SELECT link.* FROM unnest((parse_article(pg_temp.page(middle, after), 'https://www.gazette-du-lac.example/vie/un-ponton.html')).related) AS link;
END;

-- a list after the article; absolute URLs
SELECT url, text FROM pg_temp.related('', '<section><h2>Sur le même sujet</h2><ul><li><a href="/vie/les-cygnes-reviennent-au-port.html">Les cygnes reviennent au port</a></li><li><a href="la-halle-fermee-pour-travaux.html">La halle fermée pour travaux</a></li><li><a href="//photos.gazette-du-lac.example/aviron-les-images-de-la-regate.html">Aviron : les images de la régate</a></li></ul></section>');

-- teasers with a picture and a deck
SELECT url, text FROM pg_temp.related('', '<div class="teasers"><div class="t"><a href="/vie/les-cygnes-reviennent-au-port.html"><img src="/1.jpg" alt="cygnes"></a><h3><a href="/vie/les-cygnes-reviennent-au-port.html">Les cygnes reviennent au port</a></h3><p>Trois couples observés.</p></div><div class="t"><a href="/vie/la-halle-fermee-pour-travaux.html"><img src="/2.jpg" alt=""></a><h3><a href="/vie/la-halle-fermee-pour-travaux.html">La halle fermée pour travaux</a></h3></div></div>');

-- a link line within the article
SELECT url, text FROM pg_temp.related('<p><strong>Lire aussi :</strong> <a href="/vie/les-cygnes-reviennent-au-port.html">Les cygnes reviennent au port</a></p>', '');

-- no menus, tags, share buttons or legal notices
SELECT url, text FROM pg_temp.related('<ul class="share"><li><a href="https://reseau.invalid/partager?u=x">Partager sur le réseau</a></li></ul>', '<p class="tags"><a rel="tag" href="/tag/lac/">lac</a> <a rel="tag" href="/tag/aviron/">aviron</a></p>');

-- each URL once, and never the page itself
SELECT url, text FROM pg_temp.related('', '<ul class="related"><li><a href="/vie/un-ponton.html#suite">Un ponton de bois pour le lac</a></li><li><a href="/vie/les-cygnes-reviennent-au-port.html">Les cygnes reviennent au port</a></li><li><a href="/vie/les-cygnes-reviennent-au-port.html?utm_source=bas">Les cygnes reviennent au port</a></li><li><a href="javascript:void(0)">Voir plus d''articles sur le sujet</a></li></ul>');

-- article_related is the field as rows
SELECT * FROM article_related(pg_temp.page('', '<section><h2>Sur le même sujet</h2><ul><li><a href="/vie/les-cygnes-reviennent-au-port.html">Les cygnes reviennent au port</a></li><li><a href="/vie/la-halle-fermee-pour-travaux.html">La halle fermée pour travaux</a></li></ul></section>'), 'https://www.gazette-du-lac.example/vie/un-ponton.html');
SELECT count(*) FROM article_related(NULL::text);
SELECT count(*) FROM article_related(NULL::bytea);
SELECT count(*) FROM article_related('');

-- without the URL of the page, relative links cannot be resolved: the text stays
SELECT link.url, link.text
  FROM unnest((parse_article(pg_temp.page('', '<section><h2>Sur le même sujet</h2><ul><li><a href="/vie/les-cygnes-reviennent-au-port.html">Les cygnes reviennent au port</a></li><li><a href="https://www.gazette-du-lac.example/vie/la-halle-fermee-pour-travaux.html">La halle fermée pour travaux</a></li></ul></section>'))).related) AS link;
