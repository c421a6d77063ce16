namespace BriefingBot.EndToEnd.Tests.Backups;

/// <summary>What disks do to files.</summary>
internal static class FileDamage
{
    /// <summary>Overwrites the middle half.</summary>
    public static async Task OverwriteMiddleAsync(string path, CancellationToken cancellationToken)
    {
        await using FileStream file = new(path, FileMode.Open, FileAccess.ReadWrite);
        byte[] noise = new byte[file.Length / 2];
        new Random(7).NextBytes(noise);
        file.Position = file.Length / 4;
        await file.WriteAsync(noise, cancellationToken);
    }

    /// <summary>Cuts it off after two thirds.</summary>
    public static void CutOff(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Write);
        file.SetLength(file.Length * 2 / 3);
    }
}
