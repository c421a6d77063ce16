namespace BriefingBot.Diagnosis;

/// <summary>May the bot write its data?</summary>
internal static class DataFolderCheck
{
    /// <summary>Writes and deletes a file.</summary>
    public static DoctorFinding Run(string folder)
    {
        string full = Path.GetFullPath(folder);
        try
        {
            Directory.CreateDirectory(full);
            string probe = Path.Combine(full, $".probe-{Guid.NewGuid():N}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return DoctorFinding.Ok("data folder", $"'{full}' can be written.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return DoctorFinding.Fail(
                "data folder",
                $"'{full}' cannot be written: {exception.Message}",
                "Correct its permissions, or name another folder with --data."
            );
        }
    }
}
