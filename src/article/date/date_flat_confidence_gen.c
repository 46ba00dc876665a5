/*
 * date_flat_confidence_gen.c
 *	  How often the best day is right, by its log odds; see article/confidence.h.  Made by
 *	  tools/train_dates.py --confidence: change nothing here.
 */
#include "article/date/date_evidence.h"

const Confidence date_flat_confidence = {
	.nothing = 2.5f,
	.shares = {
		0.063f,
		0.063f,
		0.216f,
		0.367f,
		0.532f,
		0.706f,
		0.848f,
		0.902f,
		0.938f,
		0.954f,
		0.964f,
		0.964f,
		0.964f,
	},
};
