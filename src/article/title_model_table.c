/*
 * title_model_table.c
 *	  Weights of the features of title.h.  Made by tools/train_title.py: change nothing here.
 */
#include "article/title.h"

const float title_weights[TITLE_FEATURE_COUNT] = {
	[TITLE_FEATURE_h1] = 0.862f,
	[TITLE_FEATURE_h1_first] = 0.610f,
	[TITLE_FEATURE_h1_only] = -0.072f,
	[TITLE_FEATURE_h1_marked] = 0.354f,
	[TITLE_FEATURE_h1_linked] = -0.666f,
	[TITLE_FEATURE_h1_trail] = -1.379f,
	[TITLE_FEATURE_h1_part] = -0.497f,
	[TITLE_FEATURE_heading] = 0.502f,
	[TITLE_FEATURE_heading_marked] = -0.182f,
	[TITLE_FEATURE_open_graph] = 1.780f,
	[TITLE_FEATURE_json_ld] = 1.641f,
	[TITLE_FEATURE_json_ld_other] = -0.435f,
	[TITLE_FEATURE_twitter] = 0.035f,
	[TITLE_FEATURE_microdata] = 0.812f,
	[TITLE_FEATURE_meta] = 0.428f,
	[TITLE_FEATURE_html] = -0.354f,
	[TITLE_FEATURE_cut_declared] = 0.886f,
	[TITLE_FEATURE_cut_html] = -0.377f,
	[TITLE_FEATURE_cut_blind] = -0.456f,
	[TITLE_FEATURE_html_segment] = 0.702f,
	[TITLE_FEATURE_holds_site] = -1.064f,
	[TITLE_FEATURE_is_site] = -0.889f,
	[TITLE_FEATURE_is_section] = 0.039f,
	[TITLE_FEATURE_like_h1] = -0.181f,
	[TITLE_FEATURE_like_declared] = 0.570f,
	[TITLE_FEATURE_like_html] = 0.781f,
	[TITLE_FEATURE_holds_other] = -0.774f,
	[TITLE_FEATURE_part_of_h1] = -0.115f,
	[TITLE_FEATURE_part_of_heading] = -0.094f,
	[TITLE_FEATURE_part_of_other] = 0.830f,
	[TITLE_FEATURE_cut_short] = -0.160f,
	[TITLE_FEATURE_few_words] = -1.033f,
	[TITLE_FEATURE_many_words] = -0.014f,
	[TITLE_FEATURE_sources] = 0.477f,
};
