namespace BriefingBot.Storage.Sql;

/// <summary>A transaction that is rolled back unless <see cref="Commit"/> was reached.</summary>
internal abstract class SqlTransaction : IDisposable
{
    /// <summary>Makes the changes last.</summary>
    public abstract void Commit();

    /// <inheritdoc/>
    public abstract void Dispose();
}
