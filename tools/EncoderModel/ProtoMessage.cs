using System.Buffers.Binary;
using System.Text;

namespace BriefingBot.EncoderModel;

/// <summary>
/// A protobuf message as the list of its fields: what is not touched is written as it was read. Enough for ONNX, whose numbers stand in
/// protobuf's wire format.
/// </summary>
internal sealed class ProtoMessage
{
    private readonly List<ProtoField> _fields = [];

    public static ProtoMessage Parse(ReadOnlyMemory<byte> bytes)
    {
        ProtoMessage message = new();
        int at = 0;
        while (at < bytes.Length)
        {
            ulong tag = ReadVarint(bytes.Span, ref at);
            (int number, int wire) = ((int)(tag >> 3), (int)(tag & 7));
            switch (wire)
            {
                case 0:
                    message._fields.Add(new ProtoField(number, ReadVarint(bytes.Span, ref at)));
                    break;
                case 2:
                    int length = checked((int)ReadVarint(bytes.Span, ref at));
                    message._fields.Add(new ProtoField(number, bytes.Slice(at, length)));
                    at += length;
                    break;
                case 5:
                    message._fields.Add(new ProtoField(number, BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[at..]), wire));
                    at += sizeof(uint);
                    break;
                default:
                    throw new InvalidDataException($"The model has a field of wire type {wire}, which ONNX does not use.");
            }
        }

        return message;
    }

    public IEnumerable<ReadOnlyMemory<byte>> All(int number) => _fields.Where(field => field.Number == number).Select(field => field.Bytes);

    public IEnumerable<ProtoMessage> Messages(int number) => All(number).Select(Parse);

    public string Text(int number) => Encoding.UTF8.GetString(All(number).FirstOrDefault().Span);

    public string[] Texts(int number) => [.. All(number).Select(bytes => Encoding.UTF8.GetString(bytes.Span))];

    /// <summary>The numbers of a repeated field, packed or not.</summary>
    public long[] Numbers(int number)
    {
        List<long> numbers = [];
        foreach (var field in _fields.Where(field => field.Number == number))
        {
            if (field.Wire != 2)
            {
                numbers.Add((long)field.Number64);
                continue;
            }

            int at = 0;
            while (at < field.Bytes.Length)
            {
                numbers.Add((long)ReadVarint(field.Bytes.Span, ref at));
            }
        }

        return [.. numbers];
    }

    public ProtoMessage Add(int number, string text) => Add(number, Encoding.UTF8.GetBytes(text));

    public ProtoMessage Add(int number, long value)
    {
        _fields.Add(new ProtoField(number, (ulong)value));
        return this;
    }

    public ProtoMessage Add(int number, ReadOnlyMemory<byte> bytes)
    {
        _fields.Add(new ProtoField(number, bytes));
        return this;
    }

    public ProtoMessage Add(int number, ProtoMessage message) => Add(number, message.ToBytes());

    /// <summary>The same message without a field.</summary>
    public ProtoMessage Without(int number)
    {
        ProtoMessage rest = new();
        rest._fields.AddRange(_fields.Where(field => field.Number != number));
        return rest;
    }

    public byte[] ToBytes()
    {
        using MemoryStream output = new();
        Span<byte> word = stackalloc byte[sizeof(uint)];
        foreach (var field in _fields)
        {
            WriteVarint(output, ((ulong)field.Number << 3) | (uint)field.Wire);
            if (field.Wire == 2)
            {
                WriteVarint(output, (ulong)field.Bytes.Length);
                output.Write(field.Bytes.Span);
            }
            else if (field.Wire == 5)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(word, (uint)field.Number64);
                output.Write(word);
            }
            else
            {
                WriteVarint(output, field.Number64);
            }
        }

        return output.ToArray();
    }

    private static ulong ReadVarint(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte next = bytes[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("The model has a number of more than ten bytes.");
    }

    private static void WriteVarint(Stream output, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            output.WriteByte((byte)(value | 0x80));
        }

        output.WriteByte((byte)value);
    }
}
