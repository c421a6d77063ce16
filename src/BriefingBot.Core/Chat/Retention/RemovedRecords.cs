namespace BriefingBot.Core.Chat.Retention;

/// <summary>What was removed from the store, in numbers of records.</summary>
public sealed record RemovedRecords
{
    /// <summary>Questions without an answer.</summary>
    public int Gaps { get; init; }

    /// <summary>Questions of chats, with the places of their replies.</summary>
    public int Questions { get; init; }

    /// <summary>Answers with their citations.</summary>
    public int Answers { get; init; }

    /// <summary>Votes on answers that stay; those on removed answers went with them.</summary>
    public int Votes { get; init; }

    /// <summary>Uses of the language model.</summary>
    public int ModelUses { get; init; }

    /// <summary>Schedules of briefings, and what they followed.</summary>
    public int Subscriptions { get; init; }

    /// <summary>Entries of the audit log: removed for their age, or without the name of a person who was forgotten.</summary>
    public int AuditEntries { get; init; }

    /// <summary>Questions that are being answered now, which were left alone.</summary>
    public int Pending { get; init; }

    /// <summary>How many records were removed or changed.</summary>
    public int Total => Gaps + Questions + Answers + Votes + ModelUses + Subscriptions + AuditEntries;

    /// <summary>Says it: "3 questions, 3 answers, 1 gap"; "nothing" for none.</summary>
    public override string ToString()
    {
        (int Number, string Noun)[] parts =
        [
            (Questions, "question"),
            (Answers, "answer"),
            (Votes, "vote"),
            (Gaps, "gap"),
            (ModelUses, "record of model use"),
            (Subscriptions, "subscription"),
            (AuditEntries, "entry of the audit log"),
        ];
        string text = string.Join(
            ", ",
            parts.Where(part => part.Number > 0).Select(part => $"{part.Number} {(part.Number == 1 ? part.Noun : Plural(part.Noun))}")
        );
        return text.Length == 0 ? "nothing" : text;
    }

    private static string Plural(string noun) =>
        noun switch
        {
            "record of model use" => "records of model use",
            "entry of the audit log" => "entries of the audit log",
            _ => noun + "s",
        };
}
