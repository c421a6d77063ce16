namespace BriefingBot.Core.Answering.Facts;

/// <summary>A word, name, number or date of a statement.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Start">Its first UTF-16 unit.</param>
/// <param name="End">One past its last.</param>
/// <param name="Stems">The stems of its words; one for a plain word.</param>
internal sealed record StatementUnit(UnitKind Kind, int Start, int End, IReadOnlyList<string> Stems)
{
    /// <summary>What a <see cref="UnitKind.Name"/> is.</summary>
    public StatedName? Name { get; init; }

    /// <summary>What a <see cref="UnitKind.Number"/> is.</summary>
    public StatedNumber? Number { get; init; }

    /// <summary>What a <see cref="UnitKind.Date"/> is.</summary>
    public StatedDate? Date { get; init; }
}
