using BriefingBot.Core.Coverage;

namespace BriefingBot.Storage.Search.Feeding;

/// <summary>Takes a period that a passage names.</summary>
internal delegate void PeriodVisitor(long key, TimeWindow period);
