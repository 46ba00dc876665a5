/*
 * date_confidence_gen.c
 *	  How often the best day is right, by its log odds; see article/confidence.h.  Made by
 *	  tools/train_dates.py --confidence: change nothing here.
 */
#include "article/date/date_evidence.h"

const Confidence date_confidence = {
	.nothing = -1.5f,
	.shares = {
		0.104f,
		0.110f,
		0.143f,
		0.361f,
		0.514f,
		0.633f,
		0.720f,
		0.824f,
		0.893f,
		0.893f,
		0.893f,
		0.953f,
		0.975f,
	},
};
