namespace BriefingBot.Core.Answering;

/// <summary>Who wrote the draft.</summary>
public enum ComposerKind
{
    /// <summary>Verbatim sentences of the coverage.</summary>
    Extractive,

    /// <summary>A language model's prose.</summary>
    Model,
}
