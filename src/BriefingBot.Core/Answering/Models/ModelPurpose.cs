namespace BriefingBot.Core.Answering.Models;

/// <summary>What a model was asked for. The numbers are stored: never renumber.</summary>
public enum ModelPurpose
{
    /// <summary>An answer.</summary>
    Answer = 0,

    /// <summary>A follow-up made to stand for itself.</summary>
    StandaloneQuestion = 1,

    /// <summary>The summary of an article.</summary>
    Summary = 2,

    /// <summary>The opening of a briefing.</summary>
    Digest = 3,
}
