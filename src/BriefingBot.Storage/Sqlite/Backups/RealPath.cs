namespace BriefingBot.Storage.Sqlite.Backups;

/// <summary>Where a path leads when links are followed, those of the file and of its folder.</summary>
internal static class RealPath
{
    /// <summary>The path behind the links; the path itself where there are none.</summary>
    public static string Of(string path)
    {
        string folder = Path.GetDirectoryName(path)!;
        string real = Path.Combine(
            (Directory.Exists(folder) ? new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName : null) ?? folder,
            Path.GetFileName(path)
        );
        return File.Exists(path) ? new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? real : real;
    }
}
