namespace BriefingBot.Storage.Search.Words;

/// <summary>Numbers of 0 and more in as few bytes as they need, seven bits a byte, the least first.</summary>
internal static class CompactNumber
{
    /// <summary>Appends a number.</summary>
    public static void Write(List<byte> bytes, uint number)
    {
        while (number >= 0x80)
        {
            bytes.Add((byte)(number | 0x80));
            number >>= 7;
        }

        bytes.Add((byte)number);
    }

    /// <summary>Reads a number and moves behind it.</summary>
    /// <exception cref="IndexOutOfRangeException">The bytes end within it.</exception>
    public static uint Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        uint number = bytes[at++];
        if (number < 0x80)
        {
            return number;
        }

        number &= 0x7F;
        for (int shift = 7; shift < 35; shift += 7)
        {
            uint next = bytes[at++];
            number |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                break;
            }
        }

        return number;
    }
}
