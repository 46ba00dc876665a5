/*
 * date_flat_confidence_gen.c
 *	  How often the best day is right, by its log odds; see article/confidence.h.  Made by
 *	  tools/train_dates.py --confidence: change nothing here.
 */
#include "article/date/date_evidence.h"

const Confidence date_flat_confidence = {
	.nothing = 3.5f,
	.shares = {
		0.035f,
		0.035f,
		0.232f,
		0.485f,
		0.651f,
		0.753f,
		0.850f,
		0.913f,
		0.959f,
		0.968f,
		0.968f,
		0.979f,
		0.979f,
	},
};
