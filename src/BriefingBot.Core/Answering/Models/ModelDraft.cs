namespace BriefingBot.Core.Answering.Models;

/// <summary>What a model wrote for a request, as the cache keeps it.</summary>
/// <param name="Sentences">Its sentences, not checked.</param>
/// <param name="RefusedToAnswer">It said that the passages do not answer.</param>
/// <param name="Use">What that took.</param>
public sealed record ModelDraft(IReadOnlyList<DraftSentence> Sentences, bool RefusedToAnswer, ModelUse Use);
