namespace BriefingBot.Core.Answering;

/// <summary>Who shall write the answer.</summary>
public enum ComposerChoice
{
    /// <summary>The model when one is configured, else verbatim sentences.</summary>
    Best,

    /// <summary>Verbatim sentences, also when a model is configured; no model is asked for anything.</summary>
    Extractive,
}
