using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BriefingBot.Storage.Sqlite.Backups;

/// <summary>Long statements that end when their token is cancelled; SQLite itself knows no tokens.</summary>
internal static class Interruptible
{
    /// <summary>Steps of SQLite's machine between two looks at the token: some milliseconds.</summary>
    private const int StepsBetweenLooks = 50_000;

    /// <summary>Runs the work.</summary>
    /// <param name="session">The connection that it runs on.</param>
    /// <param name="work">One or more statements.</param>
    /// <param name="onLook">Called at every look; may be null.</param>
    /// <param name="cancellationToken">Ends the statement that runs.</param>
    public static T Run<T>(SqliteSession session, Func<T> work, Action? onLook, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var handle = session.Connection.Handle;
        raw.sqlite3_progress_handler(handle, StepsBetweenLooks, Look, null);
        try
        {
            return work();
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
        finally
        {
            raw.sqlite3_progress_handler(handle, 0, null, null);
        }

        int Look(object? state)
        {
            onLook?.Invoke();
            return cancellationToken.IsCancellationRequested ? 1 : 0;
        }
    }
}
