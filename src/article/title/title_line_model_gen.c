/*
 * title_line_model_gen.c
 *	  Weights of the features of title_line.h.  Made by tools/train_title.py --write: change nothing here.
 *	  Learned from pages of these kinds, and how much each counts: bare 1, text 0.7, wrapped 0.3, bare_alone 1, text_alone 0.3, text_cut 0.7.
 */
#include "article/title/title_line.h"

const float title_line_weights[TITLE_LINE_FEATURE_COUNT] = {
	[TITLE_LINE_any] = -4.112f,
	[TITLE_LINE_before_1] = -0.868f,
	[TITLE_LINE_before_2] = 0.699f,
	[TITLE_LINE_before_3] = 0.069f,
	[TITLE_LINE_before_4] = -0.345f,
	[TITLE_LINE_before_few] = -0.173f,
	[TITLE_LINE_before_far] = -0.786f,
	[TITLE_LINE_within] = -2.709f,
	[TITLE_LINE_first] = 1.830f,
	[TITLE_LINE_second] = 1.932f,
	[TITLE_LINE_cut] = -0.541f,
	[TITLE_LINE_cuts] = -0.192f,
	[TITLE_LINE_words_2] = -1.983f,
	[TITLE_LINE_words_4] = -0.153f,
	[TITLE_LINE_words_8] = 0.032f,
	[TITLE_LINE_words_16] = 0.300f,
	[TITLE_LINE_words_24] = -0.455f,
	[TITLE_LINE_words_more] = -1.852f,
	[TITLE_LINE_period] = -1.577f,
	[TITLE_LINE_question] = 0.274f,
	[TITLE_LINE_small] = -0.532f,
	[TITLE_LINE_alone] = 1.173f,
	[TITLE_LINE_points] = -0.049f,
	[TITLE_LINE_phrase] = -1.699f,
	[TITLE_LINE_stamp] = -2.038f,
	[TITLE_LINE_byline] = -1.039f,
	[TITLE_LINE_next_stamp] = 1.769f,
	[TITLE_LINE_last_stamp] = 0.494f,
	[TITLE_LINE_next_long] = 1.549f,
	[TITLE_LINE_next_short] = -0.417f,
	[TITLE_LINE_last_short] = 0.871f,
	[TITLE_LINE_menu] = -0.121f,
	[TITLE_LINE_address] = 2.122f,
	[TITLE_LINE_address_most] = 0.301f,
	[TITLE_LINE_text] = 2.032f,
	[TITLE_LINE_text_most] = 0.318f,
	[TITLE_LINE_in_first] = 1.996f,
	[TITLE_LINE_above] = -0.116f,
	[TITLE_LINE_below] = 0.781f,
	[TITLE_LINE_deck_next] = 0.031f,
	[TITLE_LINE_longest] = 0.130f,
};

const Confidence title_line_confidence = {
	.nothing = -1.5f,
	.shares = {
		0.418f,
		0.418f,
		0.418f,
		0.530f,
		0.648f,
		0.763f,
		0.847f,
		0.892f,
		0.925f,
		0.956f,
		0.956f,
		0.956f,
		0.956f,
	},
};
