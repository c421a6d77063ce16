namespace BriefingBot.Diagnosis;

/// <summary>Is the coverage there?</summary>
internal static class CoverageCheck
{
    /// <summary>Looks at one path.</summary>
    public static Finding Run(string path)
    {
        if (File.Exists(path))
        {
            return Finding.Ok("coverage", $"'{path}' is a file of {new FileInfo(path).Length:N0} bytes.");
        }

        if (!Directory.Exists(path))
        {
            return Finding.Fail("coverage", $"'{path}' does not exist.", "Correct --coverage or Coverage:Paths.");
        }

        int files = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Count();
        return files > 0
            ? Finding.Ok("coverage", $"'{path}' holds {files} files.")
            : Finding.Warn("coverage", $"'{path}' is an empty folder.", "Put articles there (.txt, .md, .jsonl).");
    }
}
