namespace BriefingBot.Core.Secrets;

/// <summary>Finds a secret: the settings, the environment, a file; the first that has one. Nothing here is logged.</summary>
public static class SecretSource
{
    /// <summary>The secret without white space at its ends; null when there is none anywhere.</summary>
    /// <param name="setting">What the settings say.</param>
    /// <param name="file">A file that holds the secret and nothing else, such as a mounted one; null or a file that does not exist:
    /// none.</param>
    /// <param name="variables">Environment variables, the first that is set counts.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static string? Find(string? setting, string? file, params ReadOnlySpan<string> variables)
    {
        if (!string.IsNullOrWhiteSpace(setting))
        {
            return setting;
        }

        foreach (string variable in variables)
        {
            if (Environment.GetEnvironmentVariable(variable) is { } value && !string.IsNullOrWhiteSpace(value))
            {
                return value.Trim();
            }
        }

        return file is { Length: > 0 } && File.Exists(file) && File.ReadAllText(file).Trim() is { Length: > 0 } held ? held : null;
    }
}
