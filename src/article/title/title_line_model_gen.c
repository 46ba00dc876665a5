/*
 * title_line_model_gen.c
 *	  Weights of the features of title_line.h.  Made by tools/train_title.py --write: change nothing here.
 */
#include "article/title/title_line.h"

const float title_line_weights[TITLE_LINE_FEATURE_COUNT] = {
	[TITLE_LINE_any] = -3.866f,		   [TITLE_LINE_before_1] = -0.677f,
	[TITLE_LINE_before_2] = 0.598f,	   [TITLE_LINE_before_3] = 0.001f,
	[TITLE_LINE_before_4] = -0.378f,   [TITLE_LINE_before_few] = -0.204f,
	[TITLE_LINE_before_far] = -0.820f, [TITLE_LINE_within] = -2.386f,
	[TITLE_LINE_first] = 1.863f,	   [TITLE_LINE_second] = 1.960f,
	[TITLE_LINE_cut] = -0.538f,		   [TITLE_LINE_cuts] = -0.273f,
	[TITLE_LINE_words_2] = -1.885f,	   [TITLE_LINE_words_4] = -0.188f,
	[TITLE_LINE_words_8] = -0.040f,	   [TITLE_LINE_words_16] = 0.281f,
	[TITLE_LINE_words_24] = -0.435f,   [TITLE_LINE_words_more] = -1.599f,
	[TITLE_LINE_period] = -1.449f,	   [TITLE_LINE_question] = 0.313f,
	[TITLE_LINE_small] = -0.578f,	   [TITLE_LINE_alone] = 1.137f,
	[TITLE_LINE_points] = -0.036f,	   [TITLE_LINE_phrase] = -1.474f,
	[TITLE_LINE_stamp] = -1.776f,	   [TITLE_LINE_byline] = -0.647f,
	[TITLE_LINE_next_stamp] = 1.617f,  [TITLE_LINE_last_stamp] = 0.438f,
	[TITLE_LINE_next_long] = 1.352f,   [TITLE_LINE_next_short] = -0.446f,
	[TITLE_LINE_last_short] = 0.788f,  [TITLE_LINE_menu] = -0.065f,
	[TITLE_LINE_address] = 2.207f,	   [TITLE_LINE_address_most] = 0.344f,
	[TITLE_LINE_text] = 1.586f,		   [TITLE_LINE_text_most] = 0.318f,
	[TITLE_LINE_in_first] = 2.052f,	   [TITLE_LINE_above] = -0.141f,
	[TITLE_LINE_below] = 0.700f,	   [TITLE_LINE_deck_next] = -0.011f,
	[TITLE_LINE_longest] = 0.157f,
};

const Confidence title_line_confidence = {
	.nothing = -0.5f,
	.shares = {
		0.355f,
		0.355f,
		0.355f,
		0.520f,
		0.694f,
		0.821f,
		0.872f,
		0.903f,
		0.935f,
		0.935f,
		0.935f,
		0.935f,
		0.935f,
	},
};
