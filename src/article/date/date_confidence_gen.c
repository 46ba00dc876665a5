/*
 * date_confidence_gen.c
 *	  How often the best day is right, by its log odds; see article/confidence.h.  Made by
 *	  tools/train_dates.py --confidence: change nothing here.
 */
#include "article/date/date_evidence.h"

const Confidence date_confidence = {
	.nothing = -0.5f,
	.shares = {
		0.151f,
		0.201f,
		0.246f,
		0.443f,
		0.596f,
		0.659f,
		0.765f,
		0.837f,
		0.880f,
		0.909f,
		0.935f,
		0.968f,
		0.978f,
	},
};
