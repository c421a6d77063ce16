namespace BriefingBot.Diagnosis;

/// <summary>Is the coverage there?</summary>
internal static class CoverageCheck
{
    /// <summary>Looks at one path.</summary>
    public static DoctorFinding Run(string path)
    {
        if (File.Exists(path))
        {
            return DoctorFinding.Ok("coverage", $"'{path}' is a file of {new FileInfo(path).Length:N0} bytes.");
        }

        if (!Directory.Exists(path))
        {
            return DoctorFinding.Fail("coverage", $"'{path}' does not exist.", "Correct --coverage or Coverage:Paths.");
        }

        int files = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Count();
        return files > 0
            ? DoctorFinding.Ok("coverage", $"'{path}' holds {files} files.")
            : DoctorFinding.Warn("coverage", $"'{path}' is an empty folder.", "Put articles there (.txt, .md, .jsonl).");
    }
}
