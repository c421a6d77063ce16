namespace BriefingBot.Core.Commands.Suggest;

/// <summary>What is suggested.</summary>
public enum SuggestionKind
{
    /// <summary>Names that the newest headlines speak of.</summary>
    Topics,

    /// <summary>Outlets of the coverage.</summary>
    Outlets,

    /// <summary>Collections of the coverage, for administrators.</summary>
    Collections,
}
