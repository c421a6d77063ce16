namespace BriefingBot.TestServers.Models.Injections;

/// <summary>Where in an article an attack is planted.</summary>
public enum InjectionPlace
{
    /// <summary>Before the first line.</summary>
    Top,

    /// <summary>Behind the first sentence, in its paragraph.</summary>
    InParagraph,

    /// <summary>As a paragraph of its own in the middle.</summary>
    Middle,

    /// <summary>Behind the last line.</summary>
    Bottom,
}
