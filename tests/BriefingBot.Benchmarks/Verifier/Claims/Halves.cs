using System.Security.Cryptography;
using System.Text;

namespace BriefingBot.Benchmarks.Verifier.Claims;

/// <summary>Parts a set by a hash of the ids: the same parts on every machine, whatever the order of the lines.</summary>
internal static class Halves
{
    /// <summary>Is it of the half that nothing was tuned on?</summary>
    public static bool IsSecond(string id) => (Hash(id) & 1) == 1;

    /// <summary>Is it of the third that nothing was tuned on?</summary>
    public static bool IsLastThird(string id) => Hash(id) % 3 == 2;

    private static int Hash(string id) => SHA256.HashData(Encoding.UTF8.GetBytes(id))[0];
}
