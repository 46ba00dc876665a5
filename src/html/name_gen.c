/*
 * name_gen.c
 *	  Hash tables of the names of elements and attributes, and the words with which tag.c compares them.
 *
 * Made by tools/generate_names.py from tag_list.h, head_list.h and attr_list.h.  Do not edit.
 */
#include "html/name_internal.h"

#include "base/stamp.h"

/* clang-format off */

#define TAG(identifier, flags) STAMP_ROW(#identifier)
_Static_assert(0
#include "html/tag_list.h"
			   == STAMP(114, 614),
			   "tag_list.h has changed: run make tables");
#undef TAG

#define HEAD(identifier) STAMP_ROW(#identifier)
_Static_assert(0
#include "html/head_list.h"
			   == STAMP(14, 85),
			   "head_list.h has changed: run make tables");
#undef HEAD

#define ATTR(id, name) STAMP_ROW(name)
_Static_assert(0
#include "html/attr_list.h"
			   == STAMP(38, 304),
			   "attr_list.h has changed: run make tables");
#undef ATTR


const uint64_t tag_multiplier = UINT64_C(0x3641637711CEF2BB);

const uint8_t tag_slots[1 << TAG_SLOT_BITS] = {
	[2] = TAG_h5,
	[3] = TAG_data,
	[8] = TAG_u,
	[11] = TAG_code,
	[12] = TAG_source,
	[19] = TAG_datalist,
	[25] = TAG_article,
	[28] = TAG_fieldset,
	[29] = TAG_map,
	[41] = TAG_select,
	[45] = TAG_caption,
	[53] = HEAD_NUMBER(HEAD_base),
	[64] = HEAD_NUMBER(HEAD_link),
	[68] = TAG_acronym,
	[77] = TAG_bdo,
	[103] = HEAD_NUMBER(HEAD_html),
	[104] = HEAD_NUMBER(HEAD_body),
	[113] = TAG_strong,
	[115] = TAG_search,
	[129] = TAG_tr,
	[135] = TAG_li,
	[163] = TAG_dd,
	[164] = TAG_q,
	[170] = TAG_math,
	[171] = TAG_svg,
	[184] = TAG_textarea,
	[185] = TAG_wbr,
	[195] = TAG_dialog,
	[196] = TAG_rp,
	[202] = TAG_kbd,
	[208] = TAG_dl,
	[210] = TAG_progress,
	[217] = TAG_template,
	[218] = TAG_rt,
	[219] = TAG_optgroup,
	[222] = TAG_iframe,
	[226] = TAG_hgroup,
	[242] = TAG_h2,
	[250] = TAG_big,
	[252] = TAG_dt,
	[254] = TAG_ruby,
	[264] = TAG_h6,
	[297] = TAG_label,
	[314] = TAG_colgroup,
	[318] = TAG_details,
	[319] = TAG_br,
	[323] = TAG_embed,
	[332] = TAG_aside,
	[340] = HEAD_NUMBER(HEAD_style),
	[373] = TAG_canvas,
	[378] = HEAD_NUMBER(HEAD_noembed),
	[415] = TAG_section,
	[418] = TAG_sup,
	[423] = TAG_input,
	[431] = TAG_summary,
	[435] = HEAD_NUMBER(HEAD_xmp),
	[449] = TAG_video,
	[450] = TAG_samp,
	[456] = TAG_legend,
	[468] = TAG_blockquote,
	[476] = TAG_i,
	[502] = TAG_address,
	[503] = TAG_h3,
	[504] = TAG_header,
	[506] = TAG_strike,
	[507] = TAG_div,
	[516] = TAG_footer,
	[521] = TAG_font,
	[531] = TAG_picture,
	[534] = TAG_tfoot,
	[535] = TAG_thead,
	[547] = TAG_ol,
	[549] = TAG_abbr,
	[563] = TAG_td,
	[585] = TAG_nav,
	[586] = TAG_th,
	[592] = TAG_time,
	[597] = TAG_hr,
	[598] = TAG_s,
	[603] = TAG_del,
	[608] = TAG_button,
	[610] = TAG_figcaption,
	[615] = HEAD_NUMBER(HEAD_plaintext),
	[630] = TAG_rb,
	[636] = TAG_dfn,
	[640] = HEAD_NUMBER(HEAD_script),
	[652] = TAG_tt,
	[660] = TAG_noframes,
	[665] = TAG_object,
	[683] = TAG_ins,
	[686] = TAG_em,
	[694] = TAG_span,
	[700] = TAG_main,
	[712] = TAG_cite,
	[723] = TAG_small,
	[730] = TAG_var,
	[732] = HEAD_NUMBER(HEAD_listing),
	[741] = TAG_figure,
	[749] = TAG_tbody,
	[750] = TAG_pre,
	[761] = TAG_bdi,
	[765] = TAG_h4,
	[767] = TAG_img,
	[773] = TAG_table,
	[774] = TAG_output,
	[788] = TAG_a,
	[793] = HEAD_NUMBER(HEAD_image),
	[804] = TAG_mark,
	[811] = HEAD_NUMBER(HEAD_title),
	[825] = TAG_ul,
	[827] = TAG_form,
	[848] = TAG_noscript,
	[903] = TAG_area,
	[907] = HEAD_NUMBER(HEAD_head),
	[912] = TAG_rtc,
	[925] = TAG_menu,
	[936] = TAG_audio,
	[948] = TAG_center,
	[953] = TAG_col,
	[955] = HEAD_NUMBER(HEAD_meta),
	[957] = TAG_meter,
	[964] = TAG_dir,
	[965] = TAG_foreignobject,
	[971] = TAG_p,
	[978] = TAG_option,
	[992] = TAG_sub,
	[1004] = TAG_h1,
	[1005] = TAG_b,
};

const uint64_t tag_words[] = {
	[TAG_a] = UINT64_C(0x0000000000000061), /* a */
	[TAG_abbr] = UINT64_C(0x0000000072626261), /* abbr */
	[TAG_acronym] = UINT64_C(0x006D796E6F726361), /* acronym */
	[TAG_address] = UINT64_C(0x0073736572646461), /* address */
	[TAG_area] = UINT64_C(0x0000000061657261), /* area */
	[TAG_article] = UINT64_C(0x00656C6369747261), /* article */
	[TAG_aside] = UINT64_C(0x0000006564697361), /* aside */
	[TAG_audio] = UINT64_C(0x0000006F69647561), /* audio */
	[TAG_b] = UINT64_C(0x0000000000000062), /* b */
	[TAG_bdi] = UINT64_C(0x0000000000696462), /* bdi */
	[TAG_bdo] = UINT64_C(0x00000000006F6462), /* bdo */
	[TAG_big] = UINT64_C(0x0000000000676962), /* big */
	[TAG_blockquote] = UINT64_C(0x6F75716B636F6C62), /* blockquote */
	[TAG_br] = UINT64_C(0x0000000000007262), /* br */
	[TAG_button] = UINT64_C(0x00006E6F74747562), /* button */
	[TAG_canvas] = UINT64_C(0x00007361766E6163), /* canvas */
	[TAG_caption] = UINT64_C(0x006E6F6974706163), /* caption */
	[TAG_center] = UINT64_C(0x00007265746E6563), /* center */
	[TAG_cite] = UINT64_C(0x0000000065746963), /* cite */
	[TAG_code] = UINT64_C(0x0000000065646F63), /* code */
	[TAG_col] = UINT64_C(0x00000000006C6F63), /* col */
	[TAG_colgroup] = UINT64_C(0x70756F72676C6F63), /* colgroup */
	[TAG_data] = UINT64_C(0x0000000061746164), /* data */
	[TAG_datalist] = UINT64_C(0x7473696C61746164), /* datalist */
	[TAG_dd] = UINT64_C(0x0000000000006464), /* dd */
	[TAG_del] = UINT64_C(0x00000000006C6564), /* del */
	[TAG_details] = UINT64_C(0x00736C6961746564), /* details */
	[TAG_dfn] = UINT64_C(0x00000000006E6664), /* dfn */
	[TAG_dialog] = UINT64_C(0x0000676F6C616964), /* dialog */
	[TAG_dir] = UINT64_C(0x0000000000726964), /* dir */
	[TAG_div] = UINT64_C(0x0000000000766964), /* div */
	[TAG_dl] = UINT64_C(0x0000000000006C64), /* dl */
	[TAG_dt] = UINT64_C(0x0000000000007464), /* dt */
	[TAG_em] = UINT64_C(0x0000000000006D65), /* em */
	[TAG_embed] = UINT64_C(0x0000006465626D65), /* embed */
	[TAG_fieldset] = UINT64_C(0x746573646C656966), /* fieldset */
	[TAG_figcaption] = UINT64_C(0x6974706163676966), /* figcaption */
	[TAG_figure] = UINT64_C(0x0000657275676966), /* figure */
	[TAG_font] = UINT64_C(0x00000000746E6F66), /* font */
	[TAG_footer] = UINT64_C(0x00007265746F6F66), /* footer */
	[TAG_form] = UINT64_C(0x000000006D726F66), /* form */
	[TAG_h1] = UINT64_C(0x0000000000003168), /* h1 */
	[TAG_h2] = UINT64_C(0x0000000000003268), /* h2 */
	[TAG_h3] = UINT64_C(0x0000000000003368), /* h3 */
	[TAG_h4] = UINT64_C(0x0000000000003468), /* h4 */
	[TAG_h5] = UINT64_C(0x0000000000003568), /* h5 */
	[TAG_h6] = UINT64_C(0x0000000000003668), /* h6 */
	[TAG_header] = UINT64_C(0x0000726564616568), /* header */
	[TAG_hgroup] = UINT64_C(0x000070756F726768), /* hgroup */
	[TAG_hr] = UINT64_C(0x0000000000007268), /* hr */
	[TAG_i] = UINT64_C(0x0000000000000069), /* i */
	[TAG_iframe] = UINT64_C(0x0000656D61726669), /* iframe */
	[TAG_img] = UINT64_C(0x0000000000676D69), /* img */
	[TAG_input] = UINT64_C(0x0000007475706E69), /* input */
	[TAG_ins] = UINT64_C(0x0000000000736E69), /* ins */
	[TAG_kbd] = UINT64_C(0x000000000064626B), /* kbd */
	[TAG_label] = UINT64_C(0x0000006C6562616C), /* label */
	[TAG_legend] = UINT64_C(0x0000646E6567656C), /* legend */
	[TAG_li] = UINT64_C(0x000000000000696C), /* li */
	[TAG_main] = UINT64_C(0x000000006E69616D), /* main */
	[TAG_map] = UINT64_C(0x000000000070616D), /* map */
	[TAG_mark] = UINT64_C(0x000000006B72616D), /* mark */
	[TAG_math] = UINT64_C(0x000000006874616D), /* math */
	[TAG_menu] = UINT64_C(0x00000000756E656D), /* menu */
	[TAG_meter] = UINT64_C(0x000000726574656D), /* meter */
	[TAG_nav] = UINT64_C(0x000000000076616E), /* nav */
	[TAG_noframes] = UINT64_C(0x73656D6172666F6E), /* noframes */
	[TAG_noscript] = UINT64_C(0x7470697263736F6E), /* noscript */
	[TAG_object] = UINT64_C(0x00007463656A626F), /* object */
	[TAG_ol] = UINT64_C(0x0000000000006C6F), /* ol */
	[TAG_optgroup] = UINT64_C(0x70756F726774706F), /* optgroup */
	[TAG_option] = UINT64_C(0x00006E6F6974706F), /* option */
	[TAG_output] = UINT64_C(0x000074757074756F), /* output */
	[TAG_p] = UINT64_C(0x0000000000000070), /* p */
	[TAG_picture] = UINT64_C(0x0065727574636970), /* picture */
	[TAG_pre] = UINT64_C(0x0000000000657270), /* pre */
	[TAG_progress] = UINT64_C(0x73736572676F7270), /* progress */
	[TAG_q] = UINT64_C(0x0000000000000071), /* q */
	[TAG_rp] = UINT64_C(0x0000000000007072), /* rp */
	[TAG_rt] = UINT64_C(0x0000000000007472), /* rt */
	[TAG_ruby] = UINT64_C(0x0000000079627572), /* ruby */
	[TAG_s] = UINT64_C(0x0000000000000073), /* s */
	[TAG_samp] = UINT64_C(0x00000000706D6173), /* samp */
	[TAG_search] = UINT64_C(0x0000686372616573), /* search */
	[TAG_section] = UINT64_C(0x006E6F6974636573), /* section */
	[TAG_select] = UINT64_C(0x00007463656C6573), /* select */
	[TAG_small] = UINT64_C(0x0000006C6C616D73), /* small */
	[TAG_source] = UINT64_C(0x0000656372756F73), /* source */
	[TAG_span] = UINT64_C(0x000000006E617073), /* span */
	[TAG_strike] = UINT64_C(0x0000656B69727473), /* strike */
	[TAG_strong] = UINT64_C(0x0000676E6F727473), /* strong */
	[TAG_sub] = UINT64_C(0x0000000000627573), /* sub */
	[TAG_summary] = UINT64_C(0x007972616D6D7573), /* summary */
	[TAG_sup] = UINT64_C(0x0000000000707573), /* sup */
	[TAG_svg] = UINT64_C(0x0000000000677673), /* svg */
	[TAG_table] = UINT64_C(0x000000656C626174), /* table */
	[TAG_tbody] = UINT64_C(0x00000079646F6274), /* tbody */
	[TAG_td] = UINT64_C(0x0000000000006474), /* td */
	[TAG_template] = UINT64_C(0x6574616C706D6574), /* template */
	[TAG_textarea] = UINT64_C(0x6165726174786574), /* textarea */
	[TAG_tfoot] = UINT64_C(0x000000746F6F6674), /* tfoot */
	[TAG_th] = UINT64_C(0x0000000000006874), /* th */
	[TAG_thead] = UINT64_C(0x0000006461656874), /* thead */
	[TAG_time] = UINT64_C(0x00000000656D6974), /* time */
	[TAG_tr] = UINT64_C(0x0000000000007274), /* tr */
	[TAG_tt] = UINT64_C(0x0000000000007474), /* tt */
	[TAG_u] = UINT64_C(0x0000000000000075), /* u */
	[TAG_ul] = UINT64_C(0x0000000000006C75), /* ul */
	[TAG_var] = UINT64_C(0x0000000000726176), /* var */
	[TAG_video] = UINT64_C(0x0000006F65646976), /* video */
	[TAG_wbr] = UINT64_C(0x0000000000726277), /* wbr */
	[TAG_foreignobject] = UINT64_C(0x6F6E676965726F66), /* foreignobject */
	[TAG_rb] = UINT64_C(0x0000000000006272), /* rb */
	[TAG_rtc] = UINT64_C(0x0000000000637472), /* rtc */
	[HEAD_NUMBER(HEAD_base)] = UINT64_C(0x0000000065736162), /* base */
	[HEAD_NUMBER(HEAD_body)] = UINT64_C(0x0000000079646F62), /* body */
	[HEAD_NUMBER(HEAD_head)] = UINT64_C(0x0000000064616568), /* head */
	[HEAD_NUMBER(HEAD_html)] = UINT64_C(0x000000006C6D7468), /* html */
	[HEAD_NUMBER(HEAD_image)] = UINT64_C(0x0000006567616D69), /* image */
	[HEAD_NUMBER(HEAD_link)] = UINT64_C(0x000000006B6E696C), /* link */
	[HEAD_NUMBER(HEAD_listing)] = UINT64_C(0x00676E697473696C), /* listing */
	[HEAD_NUMBER(HEAD_meta)] = UINT64_C(0x000000006174656D), /* meta */
	[HEAD_NUMBER(HEAD_noembed)] = UINT64_C(0x006465626D656F6E), /* noembed */
	[HEAD_NUMBER(HEAD_plaintext)] = UINT64_C(0x7865746E69616C70), /* plaintext */
	[HEAD_NUMBER(HEAD_script)] = UINT64_C(0x0000747069726373), /* script */
	[HEAD_NUMBER(HEAD_style)] = UINT64_C(0x000000656C797473), /* style */
	[HEAD_NUMBER(HEAD_title)] = UINT64_C(0x000000656C746974), /* title */
	[HEAD_NUMBER(HEAD_xmp)] = UINT64_C(0x0000000000706D78), /* xmp */
};

const uint64_t attr_multiplier = UINT64_C(0xF8130C4237730EDF);

const uint8_t attr_slots[1 << ATTR_SLOT_BITS] = {
	[8] = ATTR_name,
	[15] = ATTR_open,
	[16] = ATTR_rel,
	[22] = ATTR_data_original,
	[29] = ATTR_class,
	[32] = ATTR_id,
	[35] = ATTR_colspan,
	[40] = ATTR_itemtype,
	[44] = ATTR_start,
	[46] = ATTR_datetime,
	[60] = ATTR_srcset,
	[74] = ATTR_width,
	[77] = ATTR_content,
	[78] = ATTR_property,
	[89] = ATTR_data_testid,
	[91] = ATTR_href,
	[96] = ATTR_hidden,
	[108] = ATTR_xml_lang,
	[110] = ATTR_title,
	[112] = ATTR_height,
	[126] = ATTR_alt,
	[133] = ATTR_style,
	[139] = ATTR_itemscope,
	[143] = ATTR_data_lazy_src,
	[145] = ATTR_src,
	[147] = ATTR_aria_label,
	[151] = ATTR_pubdate,
	[153] = ATTR_typeof,
	[168] = ATTR_lang,
	[171] = ATTR_itemprop,
	[184] = ATTR_data_srcset,
	[198] = ATTR_type,
	[207] = ATTR_data_src,
	[209] = ATTR_data_picture,
	[230] = ATTR_role,
	[244] = ATTR_aria_hidden,
	[246] = ATTR_data_type,
	[248] = ATTR_data_component,
};

const uint64_t attr_words[] = {
	[ATTR_alt] = UINT64_C(0x0000000000746C61), /* alt */
	[ATTR_aria_hidden] = UINT64_C(0x6469682D61697261), /* aria-hidden */
	[ATTR_aria_label] = UINT64_C(0x62616C2D61697261), /* aria-label */
	[ATTR_class] = UINT64_C(0x0000007373616C63), /* class */
	[ATTR_colspan] = UINT64_C(0x006E6170736C6F63), /* colspan */
	[ATTR_content] = UINT64_C(0x00746E65746E6F63), /* content */
	[ATTR_data_component] = UINT64_C(0x6D6F632D61746164), /* data-component */
	[ATTR_data_lazy_src] = UINT64_C(0x7A616C2D61746164), /* data-lazy-src */
	[ATTR_data_original] = UINT64_C(0x69726F2D61746164), /* data-original */
	[ATTR_data_picture] = UINT64_C(0x6369702D61746164), /* data-picture */
	[ATTR_data_src] = UINT64_C(0x6372732D61746164), /* data-src */
	[ATTR_data_srcset] = UINT64_C(0x6372732D61746164), /* data-srcset */
	[ATTR_data_testid] = UINT64_C(0x7365742D61746164), /* data-testid */
	[ATTR_data_type] = UINT64_C(0x7079742D61746164), /* data-type */
	[ATTR_datetime] = UINT64_C(0x656D697465746164), /* datetime */
	[ATTR_height] = UINT64_C(0x0000746867696568), /* height */
	[ATTR_hidden] = UINT64_C(0x00006E6564646968), /* hidden */
	[ATTR_href] = UINT64_C(0x0000000066657268), /* href */
	[ATTR_id] = UINT64_C(0x0000000000006469), /* id */
	[ATTR_itemprop] = UINT64_C(0x706F72706D657469), /* itemprop */
	[ATTR_itemscope] = UINT64_C(0x706F63736D657469), /* itemscope */
	[ATTR_itemtype] = UINT64_C(0x657079746D657469), /* itemtype */
	[ATTR_lang] = UINT64_C(0x00000000676E616C), /* lang */
	[ATTR_name] = UINT64_C(0x00000000656D616E), /* name */
	[ATTR_open] = UINT64_C(0x000000006E65706F), /* open */
	[ATTR_property] = UINT64_C(0x79747265706F7270), /* property */
	[ATTR_pubdate] = UINT64_C(0x0065746164627570), /* pubdate */
	[ATTR_rel] = UINT64_C(0x00000000006C6572), /* rel */
	[ATTR_role] = UINT64_C(0x00000000656C6F72), /* role */
	[ATTR_src] = UINT64_C(0x0000000000637273), /* src */
	[ATTR_srcset] = UINT64_C(0x0000746573637273), /* srcset */
	[ATTR_start] = UINT64_C(0x0000007472617473), /* start */
	[ATTR_style] = UINT64_C(0x000000656C797473), /* style */
	[ATTR_title] = UINT64_C(0x000000656C746974), /* title */
	[ATTR_type] = UINT64_C(0x0000000065707974), /* type */
	[ATTR_typeof] = UINT64_C(0x0000666F65707974), /* typeof */
	[ATTR_width] = UINT64_C(0x0000006874646977), /* width */
	[ATTR_xml_lang] = UINT64_C(0x676E616C3A6C6D78), /* xml:lang */
};
