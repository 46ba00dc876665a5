/*
 * date_confidence_gen.c
 *	  How often the best day is right, by its log odds; see article/confidence.h.  Made by
 *	  tools/train_dates.py --confidence: change nothing here.
 */
#include "article/date/date_evidence.h"

const Confidence date_confidence = {
	.nothing = -1.5f,
	.shares = {
		0.194f,
		0.194f,
		0.194f,
		0.362f,
		0.600f,
		0.673f,
		0.713f,
		0.779f,
		0.878f,
		0.889f,
		0.904f,
		0.955f,
		0.970f,
	},
};
