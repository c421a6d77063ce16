namespace BriefingBot.Core.Answering.Facts;

/// <summary>What a unit of a statement is.</summary>
internal enum UnitKind
{
    /// <summary>A plain word.</summary>
    Word,

    /// <summary>A proper name of one or several words.</summary>
    Name,

    /// <summary>A number with its magnitude.</summary>
    Number,

    /// <summary>A date or a time of day.</summary>
    Date,
}
