using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Storage.Sql;

/// <summary>
/// A file in the folder of what was fetched, whose word the store knows: whoever sees another folder would take the articles of this one
/// for withdrawn.
/// </summary>
internal static class FetchedFolderMark
{
    private const string FileName = ".store";

    /// <summary>Checks the folder; who comes first marks it.</summary>
    /// <exception cref="StoreException">It is another folder than that of the others, or cannot be read or marked.</exception>
    public static bool Require(SqlSession session, string folder)
    {
        string file = Path.Combine(folder, FileName);
        try
        {
            string? mark = File.Exists(file) ? File.ReadAllText(file).Trim() : null;
            string? known = session.ReadText("SELECT value FROM platform_state WHERE platform = 'intake' AND key = 'folder'");
            if (known is null)
            {
                Mark(session, file, mark ?? Guid.NewGuid().ToString("N"));
            }
            else if (known != mark)
            {
                throw new StoreException(
                    $"The replicas share the articles that were fetched, and '{folder}' is not the folder that the others use: give all of "
                        + "them the same Data:Folder, by one volume. Until then nothing is fetched or indexed here."
                );
            }

            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The folder of what was fetched cannot be used ({exception.Message}): check '{folder}'.", exception);
        }
    }

    private static void Mark(SqlSession session, string file, string word)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, word);
        session.Execute("INSERT INTO platform_state (platform, key, value) VALUES ('intake', 'folder', $1) ON CONFLICT DO NOTHING", word);
    }
}
