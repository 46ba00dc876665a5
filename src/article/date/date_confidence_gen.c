/*
 * date_confidence_gen.c
 *	  How often the best day is right, by its log odds; see article/confidence.h.  Made by
 *	  tools/train_dates.py --confidence: change nothing here.
 */
#include "article/date/date_evidence.h"

const Confidence date_confidence = {
	.nothing = -1.0f,
	.shares = {
		0.078f,
		0.078f,
		0.293f,
		0.366f,
		0.506f,
		0.651f,
		0.730f,
		0.845f,
		0.872f,
		0.872f,
		0.930f,
		0.957f,
		0.965f,
	},
};
