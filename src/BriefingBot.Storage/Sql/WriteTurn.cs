namespace BriefingBot.Storage.Sql;

/// <summary>What changes are made of one after the other, whichever process makes them. The numbers are locks: never change one.</summary>
internal enum WriteTurn
{
    /// <summary>Nothing: each statement is right beside those of others.</summary>
    None = 0,

    /// <summary>Articles and what finds them: keys, arrivals and index states become visible in their order.</summary>
    Coverage = 1,

    /// <summary>Stories, which are decided from what is stored.</summary>
    Stories = 2,

    /// <summary>Schedules and follows, which are counted before one is added.</summary>
    Subscriptions = 3,

    /// <summary>What is searched in the database, which follows the coverage.</summary>
    Search = 4,

    /// <summary>The indexes of a whole store, which take minutes: it is waited for as long as that takes.</summary>
    SearchIndexes = 5,
}
