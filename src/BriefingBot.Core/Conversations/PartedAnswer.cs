using BriefingBot.Core.Answering;
using BriefingBot.Core.Retrieval;

namespace BriefingBot.Core.Conversations;

/// <summary>The draft for a question that asks several things.</summary>
/// <param name="Retrieved">What was found for all of it.</param>
/// <param name="Draft">The sentences that answer its parts, in the order of the parts.</param>
/// <param name="Untold">The parts that nothing answers, in the asker's words; never all of them.</param>
internal sealed record PartedAnswer(RetrievedPassages Retrieved, DraftAnswer Draft, IReadOnlyList<string> Untold);
