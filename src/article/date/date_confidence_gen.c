/*
 * date_confidence_gen.c
 *	  How often the best day is right, by its log odds; see article/confidence.h.  Made by
 *	  tools/train_dates.py --confidence: change nothing here.
 */
#include "article/date/date_evidence.h"

const Confidence date_confidence = {
	.nothing = -1.0f,
	.shares = {
		0.081f,
		0.081f,
		0.264f,
		0.377f,
		0.484f,
		0.640f,
		0.709f,
		0.825f,
		0.878f,
		0.878f,
		0.928f,
		0.958f,
		0.964f,
	},
};
