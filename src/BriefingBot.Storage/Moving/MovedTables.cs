namespace BriefingBot.Storage.Moving;

/// <summary>
/// The tables of the store in an order in which each only refers to those before it. Leases and replicas belong to processes and stay
/// behind; the counters (<c>meta</c>) come last, by themselves.
/// </summary>
internal static class MovedTables
{
    /// <summary>What belongs to processes, and the counters.</summary>
    public static IReadOnlyList<string> LeftOut { get; } = ["lease", "replica", "meta"];

    /// <summary>All that are copied.</summary>
    public static IReadOnlyList<MovedTable> All { get; } =
    [
        new("article", "number") { IsNumbered = true },
        new("revision", "number") { IsNumbered = true },
        new("passage", "key") { IsNumbered = true },
        new("passage_period", "passage", "from_day", "to_day"),
        new("term", "number") { IsNumbered = true },
        new("passage_term", "passage"),
        new("word_block", "block", "term"),
        new("vector_set", "number") { IsNumbered = true },
        new("passage_vector", "vector_set", "passage"),
        new("seen_coverage", "id"),
        new("gap", "folded"),
        new("gap_asker", "folded", "asker"),
        new("chat_question", "number") { IsNumbered = true },
        new("chat_message", "question", "part"),
        new("answer", "number") { IsNumbered = true },
        new("answer_citation", "answer", "citation"),
        new("vote", "answer", "user_id"),
        new("channel_settings", "platform", "space", "channel"),
        new("audit", "number") { IsNumbered = true },
        new("platform_state", "platform", "key"),
        new("model_use", "number") { IsNumbered = true },
        new("intake_source", "name"),
        new("story", "number") { IsNumbered = true, RefersToItself = true },
        new("story_article", "article"),
        new("story_link", "first", "second"),
        new("announcement", "id"),
        new("briefing_schedule", "number") { IsNumbered = true },
        new("follower", "number") { IsNumbered = true },
        new("follow", "number") { IsNumbered = true },
        new("citation_check", "answer", "article", "revision", "withdrawn"),
        new("correction", "number") { IsNumbered = true },
        new("kept_answer", "id"),
    ];
}
