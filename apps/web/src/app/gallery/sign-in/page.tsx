'use client';
import { SignInForm } from '@/features/sign-in/components/sign-in-form.tsx';
export default function Page() {
  return <SignInForm onSubmit={() => {}} error="That email and password do not match. 4 tries left." />;
}
