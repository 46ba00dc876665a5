/*
 * date_confidence_gen.c
 *	  How often the best day is right, by its log odds; see article/confidence.h.  Made by
 *	  tools/train_dates.py --confidence: change nothing here.
 */
#include "article/date/date_evidence.h"

const Confidence date_confidence = {
	-0.5f,
	{0.126f, 0.126f, 0.223f, 0.421f, 0.560f, 0.632f, 0.739f, 0.850f, 0.875f, 0.925f, 0.939f, 0.954f, 0.979f}};
