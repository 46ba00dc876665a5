--
-- Pages that are not well formed: nothing that a browser shows is lost, and nothing else is shown.
--
\pset null (null)
\pset format unaligned

-- a template that ends while cells are open
SELECT html_text('<p>Avant.</p><template><table><tr><td>modèle</template><p>Après.</p>');
SELECT html_text('<p>Avant <noscript><div><table><td>sans script</noscript>et après.</p><p>Fin.</p>');
SELECT html_text('<noscript><p>Jamais fermé, donc montré.</p>');

-- a script that writes a script, as advertising code used to
SELECT html_text('<p>Avant.</p><script><!-- document.write("<script src=a></script>"); var a = "<p>programme"; //--></script><p>Après.</p>');

-- SVG drawings: their texts, and where they end
SELECT html_text('<p>Avant.</p><svg><!-- <svg></svg> --><title>icône</title><g>rien</g><text>12 %</text></svg><p>Après.</p>');
SELECT html_text('<p>Avant.</p><svg><path d="M0 0"><p>Entre deux dessins.</p><svg></svg><p>Après.</p>');
SELECT html_text('<p>Un dessin :<svg><foreignObject><p>Dans le dessin.</p></foreignObject></svg>');

-- text between the cells of a table
SELECT html_text('<table><tr><td>cellule</td></tr>Avant le tableau.</table>');

-- CDATA: a fragment of a feed, a comment in HTML
SELECT html_text('<![CDATA[<p>Un paragraphe.</p><p>Un autre.</p>]]>');
SELECT html_text('<p>Un<![CDATA[commentaire]]> mot.</p>');

-- ruby without end tags
SELECT html_text('<ruby>漢<rt>kan<rb>字<rt>ji</ruby>');

-- end tags that create elements
SELECT html_text('<div>Un</p>deux</br>trois</div>');

-- obsolete elements
SELECT html_text('<xmp>a <b> c</xmp><noembed>rien</noembed><p>Fin.</p>');
SELECT html_text('<p>Avant.</p><plaintext>tout </p> le reste');

-- comments, and the last 2 characters of a page
SELECT html_text('<p>un<!--->deux<!-- > --!>trois</');
