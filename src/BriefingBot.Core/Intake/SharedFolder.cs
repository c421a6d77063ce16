using BriefingBot.Core.Chat.Replicas;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Intake;

/// <summary>
/// Where processes share a store, they must share the folder of what is fetched too: whoever does not see the articles there would take them
/// for withdrawn. The folder carries a mark that the store knows. Thread-safe.
/// </summary>
public sealed class SharedFolder(IntakeFolder folder, IChatStateStore state, StoreSharing sharing)
{
    private const string Area = "intake";
    private const string Key = "folder";
    private const string MarkName = ".store";

    /// <summary>Checks that this process sees the folder that the others see; the first one marks it.</summary>
    /// <exception cref="StoreException">It sees another folder, or cannot read or mark it.</exception>
    public async Task RequireAsync(CancellationToken cancellationToken)
    {
        if (!sharing.IsShared)
        {
            return;
        }

        string file = Path.Combine(folder.Path, MarkName);
        try
        {
            string? known = await state.GetPlatformStateAsync(Area, Key, cancellationToken);
            string? mark = File.Exists(file) ? (await File.ReadAllTextAsync(file, cancellationToken)).Trim() : null;
            if (known is null)
            {
                known = mark ?? Guid.NewGuid().ToString("N");
                Directory.CreateDirectory(folder.Path);
                await File.WriteAllTextAsync(file, known, cancellationToken);
                await state.SetPlatformStateAsync(Area, Key, known, cancellationToken);
            }
            else if (known != mark)
            {
                throw new StoreException(
                    $"The replicas share the articles that were fetched, and '{folder.Path}' is not the folder that the others use: give all of "
                        + "them the same Data:Folder, by one volume. Until then nothing is fetched or indexed here."
                );
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The folder of what was fetched cannot be used ({error.Message}): check '{folder.Path}'.", error);
        }
    }
}
