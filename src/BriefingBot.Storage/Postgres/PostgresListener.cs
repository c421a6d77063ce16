using Microsoft.Extensions.Logging;
using Npgsql;

namespace BriefingBot.Storage.Postgres;

/// <summary>
/// Hears from the database when the coverage changes, and asks it each second in case nothing was said: a proxy between may keep
/// notifications to itself. Connects again when it loses the connection.
/// </summary>
internal sealed class PostgresListener(PostgresDatabase database, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private long _state = -1;
    private bool _saidThatItIsLost;

    /// <summary>Listens until it is cancelled; then it ends without an error.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(cancellationToken);
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
            {
                // Cancelled, or the pool was closed first.
                return;
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException or IOException)
            {
                if (!_saidThatItIsLost)
                {
                    _saidThatItIsLost = true;
                    logger.LostDatabase(database.Name, exception.Message);
                }

                await Task.Delay(Pause, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        string schema = "";
        connection.Notification += (_, told) =>
        {
            if (told.Payload == schema)
            {
                database.Changes.Tell();
            }
        };
        await using (var listen = connection.CreateCommand())
        {
            listen.CommandText = "LISTEN briefingbot";
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var ask = connection.CreateCommand();
        ask.CommandText = "SELECT value, current_schema()::text FROM meta WHERE name = 'index_state'";
        ask.CommandTimeout = 5;
        while (true)
        {
            await using (var row = await ask.ExecuteReaderAsync(cancellationToken))
            {
                await row.ReadAsync(cancellationToken);
                schema = row.GetString(1);
                if (Interlocked.Exchange(ref _state, row.GetInt64(0)) != row.GetInt64(0))
                {
                    database.Changes.Tell();
                }
            }

            if (_saidThatItIsLost)
            {
                _saidThatItIsLost = false;
                logger.FoundDatabase(database.Name);
            }

            await connection.WaitAsync(Pause, cancellationToken);
        }
    }
}
