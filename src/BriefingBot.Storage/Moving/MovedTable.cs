namespace BriefingBot.Storage.Moving;

/// <summary>A table that is copied from one engine to another.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Key">The columns of its primary key, in their order.</param>
internal sealed record MovedTable(string Name, params string[] Key)
{
    /// <summary>Rows refer to later rows of the same table: all are written before anything is checked.</summary>
    public bool RefersToItself { get; init; }

    /// <summary>Its key is a number that is given once and never again.</summary>
    public bool IsNumbered { get; init; }
}
