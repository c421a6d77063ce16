using System.Security.Cryptography;
using System.Text;
using BriefingBot.Configuration;

namespace BriefingBot.Cli;

/// <summary>Keeps the index of an evaluation apart from the live one: a folder below the data folder for each coverage.</summary>
internal static class EvaluationData
{
    /// <summary>The arguments with a data folder of their own, when a coverage is named and no data folder.</summary>
    public static SettingOverrides Separate(SettingOverrides arguments)
    {
        if (arguments.Data is not null || arguments.Coverage.Count == 0)
        {
            return arguments;
        }

        string live =
            SettingsReader.Read(arguments.ConfigFile).GetSection(DataOptions.Section)[nameof(DataOptions.Folder)]
            ?? new DataOptions().Folder;
        return arguments with { Data = Path.Combine(live, "evaluation", FolderName(arguments.Coverage)) };
    }

    /// <summary>The last part of the path for people, a hash of all full paths for uniqueness.</summary>
    private static string FolderName(IReadOnlyList<string> coverage)
    {
        string[] full = [.. coverage.Select(path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)))];
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', full))))[..8];
        return $"{Path.GetFileNameWithoutExtension(full[0])}-{hash}";
    }
}
