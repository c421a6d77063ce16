namespace BriefingBot.Core.Answering.Verification.Clauses;

/// <summary>How far a word of a claim is a word of the evidence. Stateless.</summary>
internal static class ClauseMatch
{
    /// <summary>The same word.</summary>
    public const double Same = 1;

    /// <summary>Another form of it.</summary>
    public const double Form = 0.95;

    /// <summary>A word that says the same.</summary>
    public const double Synonym = 0.8;

    /// <summary>0 for words that have nothing to do with each other.</summary>
    public static double Of(ClauseToken said, ClauseToken known)
    {
        if (said.Number is { } number)
        {
            return known.Number is { } other && number.Equals(other, withUnit: true) ? Same
                : known.Date is { Year: { } year, Month: null } && number.Value == year ? Same
                : 0;
        }

        if (said.Date is { } date)
        {
            return known.Date is { } other ? DateMatch(date, other)
                : known.Number is { } count && date is { Year: { } year, Month: null } && count.Value == year ? Same
                : 0;
        }

        if (known.Kind is ClauseTokenKind.Mark or ClauseTokenKind.Number or ClauseTokenKind.Date)
        {
            return 0;
        }

        if (said.Key == known.Key)
        {
            return Same;
        }

        if (said.Root == known.Root && said.Root.Length > 2)
        {
            return Form;
        }

        if (said.Country >= 0 && said.Country == known.Country)
        {
            return Form;
        }

        foreach (int group in said.Synonyms)
        {
            if (known.Synonyms.Contains(group))
            {
                return Synonym;
            }
        }

        return 0;
    }

    private static double DateMatch(Facts.StatedDate said, Facts.StatedDate known)
    {
        if (said.Names(known))
        {
            return Same;
        }

        bool agrees =
            Agrees(said.Year, known.Year)
            && Agrees(said.Month, known.Month)
            && Agrees(said.Day, known.Day)
            && (said.Weekday is null || known.Weekday is null || said.Weekday == known.Weekday)
            && said.Phrase == known.Phrase;
        bool shares =
            (said.Year is { } y && y == known.Year)
            || (said.Month is { } m && m == known.Month)
            || (said.Weekday is { } w && w == known.Weekday);
        return agrees && shares ? Form : 0;
    }

    private static bool Agrees(int? said, int? known) => said is null || known is null || said == known;
}
