/*
 * title_line_model_gen.c
 *	  Weights of the features of title_line.h.  Made by tools/train_title.py --write: change nothing here.
 */
#include "article/title/title_line.h"

const float title_line_weights[TITLE_LINE_FEATURE_COUNT] = {
	[TITLE_LINE_any] = -4.223f,		   [TITLE_LINE_before_1] = -0.833f,
	[TITLE_LINE_before_2] = 0.648f,	   [TITLE_LINE_before_3] = -0.027f,
	[TITLE_LINE_before_4] = -0.422f,   [TITLE_LINE_before_few] = -0.206f,
	[TITLE_LINE_before_far] = -0.800f, [TITLE_LINE_within] = -2.583f,
	[TITLE_LINE_first] = 2.307f,	   [TITLE_LINE_second] = 2.256f,
	[TITLE_LINE_cut] = -0.991f,		   [TITLE_LINE_cuts] = -0.296f,
	[TITLE_LINE_words_2] = -1.892f,	   [TITLE_LINE_words_4] = -0.069f,
	[TITLE_LINE_words_8] = 0.005f,	   [TITLE_LINE_words_16] = 0.314f,
	[TITLE_LINE_words_24] = -0.431f,   [TITLE_LINE_words_more] = -2.151f,
	[TITLE_LINE_period] = -1.515f,	   [TITLE_LINE_question] = 0.321f,
	[TITLE_LINE_small] = -0.716f,	   [TITLE_LINE_alone] = 1.268f,
	[TITLE_LINE_points] = -0.094f,	   [TITLE_LINE_phrase] = -1.696f,
	[TITLE_LINE_stamp] = -2.288f,	   [TITLE_LINE_byline] = -1.170f,
	[TITLE_LINE_next_stamp] = 1.711f,  [TITLE_LINE_last_stamp] = 0.505f,
	[TITLE_LINE_next_long] = 1.634f,   [TITLE_LINE_next_short] = -0.375f,
	[TITLE_LINE_last_short] = 0.887f,  [TITLE_LINE_menu] = -0.025f,
	[TITLE_LINE_address] = 2.302f,	   [TITLE_LINE_address_most] = 0.223f,
	[TITLE_LINE_text] = 1.690f,		   [TITLE_LINE_text_most] = 0.294f,
	[TITLE_LINE_in_first] = 2.256f,	   [TITLE_LINE_above] = -0.215f,
	[TITLE_LINE_below] = 0.728f,	   [TITLE_LINE_deck_next] = 0.102f,
	[TITLE_LINE_longest] = 0.199f,
};
